/** Where a section of the template goes in a document, and the text that goes there. */

import type { Document, Section } from '../document/document';
import { memoize } from '../query/memoize';
import type { Outline } from '../template/outline';
import { bindingsOf } from '../template/outline';
import type { SectionSpec } from '../template/template';
import type { TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';
import type { Fix } from './problem';

type InsertionContext = { readonly document: Document; readonly outline: Outline };

/** The edit that inserts a section, with those of its sub-sections that the template demands. */
export function insertSection(
  document: Document,
  outline: Outline,
  spec: SectionSpec,
  body?: readonly string[],
): TextEdit {
  const line = insertionLine(document, outline, spec);
  return insertLines(document, line, sectionLines(spec, levelFor(document, outline, spec), body));
}

/** The fix that inserts a section; several of them at one point come out in the template's order. */
export function insertionFix(context: InsertionContext, spec: SectionSpec): Fix {
  const { document, outline } = context;
  return {
    title: `Insert section "${spec.title}"`,
    applicability: 'scaffold',
    edits: [insertSection(document, outline, spec)],
    rank: placesOf(outline).get(spec)?.rank ?? 0,
  };
}

/** The heading and body of a section as lines, its demanded sub-sections after it. */
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

/** Lines without the blank ones at either end. */
export function trimBlank(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

/** Inserts lines in front of `line` as a block of their own, with one blank line before and after it. */
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

/** Where a spec stands in the template, and which sections of the document stand nearest to it among its siblings. */
interface InsertPlace {
  readonly rank: number;
  readonly before?: Section | undefined;
  after?: Section | undefined;
}

/** The places of all specs: found in one walk, for all of them may be missing. */
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
 * The line before which the template has the section: after its nearest predecessor, else before its nearest
 * successor.
 */
function insertionLine(document: Document, outline: Outline, spec: SectionSpec): number {
  const { before, after } = placesOf(outline).get(spec) ?? {};
  const end = before && outermost(before, levelFor(document, outline, spec)).end;
  return end ?? parentSection(outline, spec)?.bodyEnd ?? after?.start ?? document.lineCount;
}

/** A section, or the one around it that stands on the level: what is inserted after it adopts none of its sections. */
function outermost(section: Section, level: number): Section {
  const { parent } = section;
  return parent && section.heading.level > level ? outermost(parent, level) : section;
}

function parentSection(outline: Outline, spec: SectionSpec): Section | undefined {
  return spec.parent && bindingsOf(outline).get(spec.parent)?.sections[0];
}

/** The level that the section has in this document, which may sit deeper or shallower than the template. */
function levelFor(document: Document, outline: Outline, spec: SectionSpec): number {
  const parent = parentSection(outline, spec);
  if (parent) return Math.min(parent.heading.level + 1, 6);
  const level = isPlaced(outline) ? outline.level : spec.level;
  return document.title && level <= document.title.level ? spec.level : level;
}

/** True if a section answers to one of the template's outermost. */
const isPlaced = memoize(({ bindings }: Outline): boolean =>
  bindings.some(({ spec, sections }) => !spec.parent && sections.length > 0),
);
