/** Expected heading levels of sections, and edits that change them. */

import type { Document, Heading, Section } from '../document/document';
import { subtree } from '../document/document';
import { memoize } from '../query/memoize';
import { partitionPoint } from '../text/binarySearch';
import type { TextEdit } from '../text/text';
import { range } from '../text/text';
import type { Outline } from './outline';

/**
 * A function that returns the heading level that the template specifies for a section of this document; undefined for
 * sections that the template does not know. The level is relative to the parent: to the level that it has, or to the
 * one that it should have if it is too high, because then its sub-sections stay. An outermost section may have the level
 * of most outermost sections, also if the template has it on another.
 */
export const levelsOf = memoize((outline: Outline): ((section: Section) => number | undefined) => {
  const { usual, shift } = outline.levels;
  const first = new Map(outline.bindings.map(({ spec, sections }) => [spec, sections[0]]));
  const levelOf = (section: Section): number | undefined => {
    const spec = outline.specOf.get(section);
    if (!spec) return undefined;
    if (!spec.parent) return section.heading.level === usual ? usual : spec.level + shift;
    const parent = first.get(spec.parent);
    const level = parent && Math.max(parent.heading.level, levelOf(parent) ?? 0);
    return level === undefined ? undefined : level + spec.level - spec.parent.level;
  };
  return levelOf;
});

/**
 * Creates a function that returns whether a section has the expected level. On a wrong level, sub-sections belong to
 * the wrong section, so rules cannot judge the content of the section before its level is fixed.
 */
export function onLevel(outline: Outline): (section: Section) => boolean {
  const levelOf = levelsOf(outline);
  return (section) => (levelOf(section) ?? section.heading.level) === section.heading.level;
}

/**
 * The edits that give sections a level. If one was too deep, its sub-sections move with it, but for those that are listed
 * after it. If it was too high, only its heading changes: the sections that are not deeper than the new level do not
 * belong to it.
 */
export function shiftEdits(document: Document, sections: readonly Section[], level: number): TextEdit[] {
  const levels = new Map<Section, number>();
  for (const section of sections) {
    const by = level - section.heading.level;
    for (const moved of by < 0 ? subtree(section) : [section])
      levels.set(moved, Math.min(6, Math.max(1, moved.heading.level + by)));
  }
  return [...levels].map(([{ heading }, level]) => headingEdit(document, heading, level));
}

/**
 * True if a section with the given level, at its current place, would be a child of the right parent. What contains an
 * outermost section is no section of the template on its own level.
 */
export function findsParent(
  { sections }: Document,
  outline: Outline,
  section: Section,
  level: number,
): boolean {
  const at = partitionPoint(sections.length, (index) => (sections[index]?.start ?? 0) < section.start);
  let above = sections[at - 1];
  while (above && above.heading.level >= level) above = above.parent;
  const parent = above && outline.specOf.get(above);
  const wanted = outline.specOf.get(section)?.parent;
  return wanted ? parent === wanted : !parent || !above || !onLevel(outline)(above);
}

function headingEdit(document: Document, heading: Heading, level: number): TextEdit {
  const text = document.lineAt(heading.line)?.text ?? '';
  const marks = /^[ \t]*(#{1,6})(?=[ \t]|$)/.exec(text);
  const open = marks?.[1];
  if (open !== undefined) {
    const end = marks?.[0].length ?? 0;
    return { range: range(heading.line, end - open.length, heading.line, end), newText: '#'.repeat(level) };
  }
  // Underlined headings have two levels only, so the heading becomes one with `#` marks.
  const last = heading.endLine - 1;
  const width = document.lineAt(last)?.text.length ?? 0;
  return { range: range(heading.line, 0, last, width), newText: `${'#'.repeat(level)} ${heading.text}` };
}
