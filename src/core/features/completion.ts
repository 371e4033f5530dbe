/** Completions at a position: missing sections, header fields, status words, plan stubs. */

import type { Analysis } from '../analysis/analyze';
import type { Field } from '../document/fields';
import { findField } from '../document/fields';
import { headerOf } from '../edits/fieldPlace';
import { sectionLines } from '../edits/insert';
import { findTokens } from '../markdown/tokens';
import { numbered } from '../plan/labels';
import { planSections } from '../plan/sections';
import { planStubs } from '../plan/stubs';
import type { Outline } from '../template/outline';
import { expectedText } from '../template/provenance';
import { refusedPart } from '../template/refusedValue';
import { statusField, statusWord } from '../template/stage';
import { stageOfWords } from '../template/statusWords';
import type { SectionSpec } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import type { Position, Range } from '../text/text';
import { range } from '../text/text';
import { describeRequirement } from './hover';

/** A completion item. */
export interface Completion {
  readonly label: string;
  readonly detail: string;
  /** The range that `text` replaces. */
  readonly range: Range;
  readonly text: string;
  /** The ranges of `text` that become tab stops: offsets, in order. */
  readonly stops: readonly { readonly start: number; readonly end: number }[];
  readonly kind: 'section' | 'field' | 'value' | 'task';
  /** Lower ranks are offered first. */
  readonly rank: number;
}

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
  ];
  return found.sort((a, b) => a.rank - b.rank);
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
      range: lineRange(position, 0),
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
  const field = document.fields.find(({ line, endLine }) => position.line >= line && position.line < endLine);
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
    detail: spec.expects ? `Header field: ${expectedText(spec.expects)}.` : 'Header field of the template.',
    range: lineRange(position, 0),
    text,
    stops: at < 0 ? [] : [{ start: at, end: at + value.length }],
    kind: 'field',
    rank,
  };
}

function valueCompletions(
  { document, environment }: Analysis,
  outline: Outline,
  field: Field,
  position: Position,
): Completion[] {
  const spec = outline.template.fields.find((other) => findField([field], [other.name]));
  const status = statusField(document) === field;
  const stages = ['draft', 'progress', 'finished'] as const;
  const known =
    spec && spec.values.length > 0
      ? spec.values
      : status
        ? stages.map((stage) => statusWord(outline.template, stage))
        : expectedValues(spec, environment.author);
  const { start } = field.valueRange;
  if (position.line !== start.line || position.character < field.nameRange.end.character) return [];
  return known.map((word, rank) => ({
    label: word,
    detail: status ? `Stage: ${stageOfWords(word) ?? 'unknown'}.` : valueDetail(spec),
    range: { start: start.character <= position.character ? start : position, end: position },
    text: word,
    stops: [],
    kind: 'value',
    rank,
  }));
}

/** The configured author, where the template says what a value must be and this one is. */
function expectedValues(spec: FieldSpec | undefined, author: string | undefined): readonly string[] {
  if (spec?.role !== 'author' || !spec.expects || author === undefined) return [];
  return refusedPart(author, spec.expects) === undefined ? [author] : [];
}

function valueDetail(spec: FieldSpec | undefined): string {
  return spec?.expects ? `Expected: ${expectedText(spec.expects)}.` : 'A value that the template lists.';
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
    { label: 'Milestone', text: `${top}\n  - [ ] ${firstStep}`, rank: indent === '' ? 0 : 1 },
    { label: 'Step', text: step, rank: indent === '' ? 1 : 0 },
  ];
  return choices.map(({ label, text, rank }) => ({
    label,
    detail: "A stub from the template's plan.",
    range: lineRange(position, 0),
    text,
    stops: stopsIn(text, 0),
    kind: 'task',
    rank,
  }));
}

function lineRange(position: Position, start: number): Range {
  return range(position.line, start, position.line, position.character);
}

/** The placeholders behind `from` as tab stops; without placeholders, the whole text behind it. */
function stopsIn(text: string, from: number): { start: number; end: number }[] {
  const tokens = findTokens(text).filter((token) => token.start >= from);
  if (tokens.length > 0) return tokens.map(({ start, end }) => ({ start, end }));
  const body = text.slice(from).trimStart();
  return from < 0 || body === '' ? [] : [{ start: text.length - body.length, end: text.length }];
}
