/** Heading levels: what a section's should be, and edits that shift it. */

import type { Document, Heading, Section } from '../document/document';
import { subtree } from '../document/document';
import { memoize } from '../query/memoize';
import type { TextEdit } from '../text/text';
import { range } from '../text/text';
import type { Outline } from './outline';
import type { Template } from './template';

/**
 * Tells the level the template gives a section in this document: relative to its parent, or that of the outermost. Where
 * the template itself has one of these out of line, a document may have it so, too.
 */
export const levelsOf = memoize((outline: Outline): ((section: Section) => number | undefined) => {
  const usual = usualLevel(outline.template);
  const first = new Map(outline.bindings.map(({ spec, sections }) => [spec, sections[0]]));
  return (section) => {
    const spec = outline.specOf.get(section);
    if (!spec) return undefined;
    if (!spec.parent) {
      const own = outline.level + spec.level - usual;
      return section.heading.level === own ? own : outline.level;
    }
    const parent = first.get(spec.parent);
    return parent && parent.heading.level + spec.level - spec.parent.level;
  };
});

/** The level that most of the template's outermost sections have. */
function usualLevel({ sections }: Template): number {
  const counts = new Map<number, number>();
  for (const { level } of sections) counts.set(level, (counts.get(level) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 1;
}

/**
 * Tells whether a section stands on its level. One that does not has lost its own sub-sections to others, or has
 * swallowed theirs, so nothing can be said of what it holds before that is mended.
 */
export function onLevel(outline: Outline): (section: Section) => boolean {
  const levelOf = levelsOf(outline);
  return (section) => (levelOf(section) ?? section.heading.level) === section.heading.level;
}

/**
 * Edits that give a section another level. A section that was too deep takes its sub-sections along; one
 * that was too high keeps what is deeper than its new level, and what is not was never its own.
 */
export function shiftEdits(document: Document, section: Section, level: number): TextEdit[] {
  const by = level - section.heading.level;
  const moved = by < 0 ? subtree(section) : [section];
  return moved.map(({ heading }) =>
    headingEdit(document, heading, Math.min(6, Math.max(1, heading.level + by))),
  );
}

/** True if a section of the given level, standing where it does, would come to lie under its own parent. */
export function findsParent(document: Document, outline: Outline, section: Section, level: number): boolean {
  const parent = outline.specOf.get(section)?.parent;
  if (!parent) return true;
  const above = document.sections.findLast(
    ({ start, heading }) => start < section.start && heading.level < level,
  );
  return above !== undefined && outline.specOf.get(above) === parent;
}

function headingEdit(document: Document, heading: Heading, level: number): TextEdit {
  const text = document.lineAt(heading.line)?.text ?? '';
  const marks = /^[ \t]*(#{1,6})(?=[ \t]|$)/.exec(text);
  const open = marks?.[1];
  if (open !== undefined) {
    const end = marks?.[0].length ?? 0;
    return { range: range(heading.line, end - open.length, heading.line, end), newText: '#'.repeat(level) };
  }
  // An underlined heading has two levels only; it becomes one with marks.
  const last = heading.endLine - 1;
  const width = document.lineAt(last)?.text.length ?? 0;
  return { range: range(heading.line, 0, last, width), newText: `${'#'.repeat(level)} ${heading.text}` };
}
