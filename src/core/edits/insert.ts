/** Inserts a section of the template into a document: the line and the text. */

import type { Document, Section } from '../document/document';
import type { Outline } from '../outline/outline';
import { bindingsOf } from '../outline/outline';
import { memoize } from '../query/memoize';
import type { SectionSpec } from '../template/template';
import { say } from '../text/message';
import type { TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';
import type { Fix } from './problem';

type InsertionContext = { readonly document: Document; readonly outline: Outline };

/** The edit that inserts a section with its required sub-sections; `body` replaces the template's text. */
export function insertSection(
  document: Document,
  outline: Outline,
  spec: SectionSpec,
  body?: readonly string[],
): TextEdit {
  const line = insertionLine(document, outline, spec);
  return insertLines(document, line, sectionLines(spec, levelFor(outline, spec), body));
}

/** The fix that inserts a section. Its rank keeps several insertions at one position in the template's order. */
export function insertionFix(context: InsertionContext, spec: SectionSpec): Fix {
  const { document, outline } = context;
  return {
    title: say`Insert section "${spec.title}"`,
    applicability: 'scaffold',
    edits: [insertSection(document, outline, spec)],
    rank: placesOf(outline).get(spec)?.rank ?? 0,
  };
}

/** The lines of a section at a heading level: heading, body, then required sub-sections, at most level 6. */
export function sectionLines(
  spec: SectionSpec,
  level: number,
  body: readonly string[] = spec.body,
): string[] {
  const lines = [`${'#'.repeat(level)} ${spec.title}`, ''];
  const text = trimBlank(body);
  if (text.length > 0) lines.push(...text, '');
  for (const child of spec.children) {
    if (child.requirement.kind === 'required') lines.push(...sectionLines(child, Math.min(level + 1, 6)), '');
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The lines without blank ones at either end. */
export function trimBlank(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

/** Inserts lines in front of `line` as a block of their own, with a blank line before and after. */
export function insertLines(document: Document, line: number, lines: readonly string[]): TextEdit {
  const { ending } = document;
  const { lineCount } = document;
  const isBlank = (at: number): boolean => document.lineAt(at)?.text.trim() === '';
  const text = lines.join(ending);
  if (line < lineCount) {
    const before = line === 0 || isBlank(line - 1) ? '' : ending;
    const after = isBlank(line) ? '' : ending;
    return { range: lineStart(line), newText: `${before}${text}${ending}${after}` };
  }
  const last = lineCount - 1;
  const width = document.lineAt(last)?.text.length ?? 0;
  const open = width > 0 ? ending + ending : last === 0 || isBlank(last - 1) ? '' : ending;
  const close = width > 0 ? '' : ending;
  return { range: range(last, width, last, width), newText: `${open}${text}${close}` };
}

/** The index of a spec in the template, and the sections bound to its nearest siblings before and after it. */
interface InsertPlace {
  readonly rank: number;
  readonly before?: Section | undefined;
  after?: Section | undefined;
}

/** The places of all specs. One pass finds them all, because all of them may be missing. */
const placesOf = memoize(({ bindings }: Outline): ReadonlyMap<SectionSpec, InsertPlace> => {
  const places = new Map<SectionSpec, InsertPlace>();
  const nearest = new Map<SectionSpec | undefined, Section>();
  bindings.forEach(({ spec, sections }, rank) => {
    places.set(spec, { rank, before: nearest.get(spec.parent) });
    if (sections[0]) nearest.set(spec.parent, sections[0]);
  });
  nearest.clear();
  for (const { spec, sections } of [...bindings].reverse()) {
    const place = places.get(spec);
    if (place) place.after = nearest.get(spec.parent);
    if (sections[0]) nearest.set(spec.parent, sections[0]);
  }
  return places;
});

/**
 * The line to insert a section at: behind its nearest sibling before it in the template, else at the end of its
 * parent's body, else before the nearest sibling after it, else at the end of the document.
 */
function insertionLine(document: Document, outline: Outline, spec: SectionSpec): number {
  const { before, after } = placesOf(outline).get(spec) ?? {};
  const end = before && outermost(before, levelFor(outline, spec)).end;
  return end ?? parentSection(outline, spec)?.bodyEnd ?? after?.start ?? document.lineCount;
}

/** The section or its ancestor at `level` or above, so that a section inserted behind it adopts no sub-sections. */
function outermost(section: Section, level: number): Section {
  const { parent } = section;
  return parent && section.heading.level > level ? outermost(parent, level) : section;
}

function parentSection(outline: Outline, spec: SectionSpec): Section | undefined {
  return spec.parent && bindingsOf(outline).get(spec.parent)?.sections[0];
}

/** The section's heading level in this document, whose levels may be shifted against the template's. */
function levelFor(outline: Outline, spec: SectionSpec): number {
  const parent = parentSection(outline, spec);
  const level = parent ? parent.heading.level + 1 : spec.level + outline.levels.shift;
  return Math.min(Math.max(level, 1), 6);
}
