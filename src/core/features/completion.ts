/** Completions at a position: missing sections, header fields, status words, plan stubs, and snippets of them. */

import type { Analysis } from '../analysis/analyze';
import type { Field } from '../document/fields/fields';
import { fieldOnLine, findField } from '../document/fields/fields';
import { headerOf } from '../edits/fieldPlace';
import { sectionLines } from '../edits/insert';
import type { Outline } from '../outline/outline';
import { numbered } from '../plan/labels';
import { planSections } from '../plan/sections';
import { planStubs } from '../plan/stubs';
import type { Stage } from '../status/stage';
import { statusField } from '../status/stage';
import { stageName } from '../status/stageName';
import { expectedText } from '../template/provenance';
import { refusedPart } from '../template/refusedValue';
import type { SectionSpec } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import { specOfField } from '../template/templateFields';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { Position } from '../text/text';
import type { Completion } from './completionItem';
import { lineRange, stopsIn } from './completionItem';
import { describeRequirement } from './hover';
import { asSnippet, commonSnippets, snippetPlace } from './snippets';
import { statusChoices } from './statusChoices';

/** The characters at which editors ask for completions: those that start a heading, a field or a task. */
export const TRIGGER_CHARACTERS = ['#', '*', ' ', '['];

/** The completions at a position, best first; empty if the document matches no template. */
export function completionsAt(analysis: Analysis, position: Position): Completion[] {
  const { document, bound } = analysis;
  if (!bound || position.line === document.title?.line) return [];
  const before = (document.lineAt(position.line)?.text ?? '').slice(0, position.character);
  const inBlock = [...document.instructions, ...document.blocks.filter((block) => block.kind === 'code')];
  if (inBlock.some(({ start, end }) => position.line >= start && position.line < end)) return [];
  const found = [
    ...sectionCompletions(analysis, bound.outline, position, before),
    ...headerCompletions(analysis, bound.outline, position, before),
    ...planCompletions(analysis, bound.outline, position, before),
    ...snippetCompletions(analysis, bound.outline, position, before),
  ];
  return found.sort((a, b) => a.rank - b.rank);
}

/**
 * The snippets at a position: where a line is empty, the sections that are missing; where the name of a snippet is
 * typed, whatever of the template fits there. Both with the snippets that come from no template.
 */
function snippetCompletions(
  analysis: Analysis,
  outline: Outline,
  position: Position,
  before: string,
): Completion[] {
  const place = snippetPlace(before, position);
  if (!place) return [];
  const { document } = analysis;
  const inHeader = position.line < (document.sections[0]?.start ?? document.lines.length);
  const parts = [
    ...(place.indent === '' && (place.isNamed || !inHeader)
      ? sectionCompletions(analysis, outline, position, '#')
      : []),
    ...(place.isNamed ? headerCompletions(analysis, outline, position, '') : []),
    ...(place.isNamed ? planCompletions(analysis, outline, position, place.indent) : []),
  ];
  const common = inHeader ? [] : commonSnippets(place);
  return [...parts.map((part) => asSnippet(part, place)), ...common];
}

function sectionCompletions(
  { document }: Analysis,
  outline: Outline,
  position: Position,
  before: string,
): Completion[] {
  const typed = /^(#{1,6})[ \t]*([^#]*)$/.exec(before);
  if (!typed) return [];
  const missing = outline.bindings.filter(({ spec, sections }) => sections.length === 0 && !spec.repeatable);
  const { shift } = outline.levels;
  const last = document.sections.findLast(
    (section) => section.start < position.line && outline.specOf.has(section),
  );
  const specs: readonly (SectionSpec | undefined)[] = outline.template.specs;
  const here = last ? specs.indexOf(outline.specOf.get(last)) : -1;
  return missing.map(({ spec }) => {
    const index = outline.template.specs.indexOf(spec);
    const text = sectionLines(spec, Math.max(1, spec.level + shift)).join('\n');
    return {
      label: spec.title,
      detail: describeRequirement(spec),
      range: lineRange(position),
      text,
      stops: stopsIn(text, text.indexOf('\n')),
      kind: 'section',
      // Sections that follow this place in the template come first, the nearest on top.
      rank: index > here ? index - here : outline.template.specs.length + index,
    };
  });
}

function headerCompletions(
  analysis: Analysis,
  outline: Outline,
  position: Position,
  before: string,
): Completion[] {
  const { document } = analysis;
  const first = document.sections[0]?.start ?? document.lines.length;
  if (position.line >= first) return [];
  const field = fieldOnLine(document.fields, position.line);
  if (field) return valueCompletions(analysis, outline, field, position);
  if (!/^[ \t]*[-*]*[ \t]*[\p{L} ]*$/u.test(before)) return [];
  return outline.template.fields
    .filter((spec) => !findField(document.fields, [spec.name]))
    .map((spec, rank) => fieldCompletion(spec, position, rank));
}

function fieldCompletion(spec: FieldSpec, position: Position, rank: number): Completion {
  const name = spec.style === 'bold' ? `**${spec.name}:** ` : `${spec.name}: `;
  const value = spec.values[0] ?? spec.value;
  // Front matter may have quotes and lists, so the lines are those of the template.
  const text = headerOf(spec.style) === 'text' ? spec.lead + name + value : spec.lines.join('\n');
  const at = text.lastIndexOf(value);
  return {
    label: spec.name,
    detail: spec.expects
      ? say`Header field: ${expectedText(spec.expects)}.`
      : say`Header field of the template.`,
    range: lineRange(position),
    text,
    stops: at < 0 ? [] : [{ start: at, end: at + value.length }],
    kind: 'field',
    rank,
  };
}

function valueCompletions(
  analysis: Analysis,
  outline: Outline,
  field: Field,
  position: Position,
): Completion[] {
  const { start } = field.valueRange;
  if (position.line !== start.line || position.character < field.nameRange.end.character) return [];
  const range = { start: start.character <= position.character ? start : position, end: position };
  return valuesOf(analysis, outline, field).map(({ word, detail }, rank) => ({
    label: word,
    detail,
    range,
    text: word,
    stops: [],
    kind: 'value',
    rank,
  }));
}

/** The values that a field may have, each with a remark on it. */
function valuesOf(
  analysis: Analysis,
  { template }: Outline,
  field: Field,
): { readonly word: string; readonly detail: Message }[] {
  const { document, environment } = analysis;
  if (field === statusField(document)) {
    return statusChoices(analysis).map(({ word, stage }) => ({ word, detail: stageDetail(stage) }));
  }
  const spec = specOfField(template.fields, field);
  const words = spec && spec.values.length > 0 ? spec.values : expectedValues(spec, environment.author);
  return words.map((word) => ({ word, detail: valueDetail(spec) }));
}

function stageDetail(stage: Stage): Message {
  return stage === 'unknown' ? say`The stage of this status is not known.` : say`Stage: ${stageName(stage)}.`;
}

/** The configured author, where the template says what a value must be and this one is. */
function expectedValues(spec: FieldSpec | undefined, author: string | undefined): readonly string[] {
  if (spec?.role !== 'author' || !spec.expects || author === undefined) return [];
  return refusedPart(author, spec.expects) === undefined ? [author] : [];
}

function valueDetail(spec: FieldSpec | undefined): Message {
  return spec?.expects
    ? say`Expected: ${expectedText(spec.expects)}.`
    : say`A value that the template lists.`;
}

function planCompletions(
  analysis: Analysis,
  outline: Outline,
  position: Position,
  before: string,
): Completion[] {
  const inPlan = planSections(analysis.document, outline).some(
    ({ heading, end }) => position.line >= heading.endLine && position.line < end,
  );
  const typed = /^([ \t]*)(?:[-*+][ \t]*)?(?:\[[ \t]?\]?[ \t]*)?\p{L}*$/u.exec(before);
  if (!inPlan || !typed) return [];
  const { milestones } = analysis.plan;
  const above = milestones.findLast((milestone) => milestone.line < position.line);
  const earlier = milestones.filter((milestone) => milestone.line < position.line).length;
  const stubs = planStubs(outline.template);
  const indent = typed[1] ?? '';
  const [firstStep = ''] = stubs.steps;
  const top = `- [ ] ${numbered(stubs.milestone, earlier + 1)}`;
  const step = `${indent === '' ? '  ' : indent}- [ ] ${numbered(firstStep, (above?.steps.length ?? 0) + 1)}`;
  const choices = [
    { label: say`Milestone`, text: `${top}\n  - [ ] ${firstStep}`, rank: indent === '' ? 0 : 1 },
    { label: say`Step`, text: step, rank: indent === '' ? 1 : 0 },
  ];
  return choices.map(({ label, text, rank }) => ({
    label,
    detail: say`A stub from the template's plan.`,
    range: lineRange(position),
    text,
    stops: stopsIn(text, 0),
    kind: 'task',
    rank,
  }));
}
