/** Expected heading levels of sections, and edits that change them. */

import type { Document, Heading, Section } from '../document/document';
import { subtree } from '../document/document';
import { memoize } from '../query/memoize';
import type { TextEdit } from '../text/text';
import { range } from '../text/text';
import type { Outline } from './outline';
import type { Template } from './template';

/**
 * A function that returns the heading level that the template specifies for a section of this document; undefined for
 * sections that the template does not know. The level is relative to the parent. An outermost section may deviate from
 * the outline's level as it does in the template.
 */
export const levelsOf = memoize((outline: Outline): ((section: Section) => number | undefined) => {
  const usual = usualLevel(outline.template);
  const first = new Map(outline.bindings.map(({ spec, sections }) => [spec, sections[0]]));
  return (section) => {
    const spec = outline.specOf.get(section);
    if (!spec) return undefined;
    if (!spec.parent) {
      const relative = outline.level + spec.level - usual;
      return section.heading.level === relative ? relative : outline.level;
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
 * Creates a function that returns whether a section has the expected level. On a wrong level, sub-sections belong to
 * the wrong section, so rules cannot judge the content of the section before its level is fixed.
 */
export function onLevel(outline: Outline): (section: Section) => boolean {
  const levelOf = levelsOf(outline);
  return (section) => (levelOf(section) ?? section.heading.level) === section.heading.level;
}

/**
 * The edits that give a section another level. If it was too deep, its sub-sections move with it. If it was too high,
 * only its heading changes: the sections that are not deeper than the new level do not belong to it.
 */
export function shiftEdits(document: Document, section: Section, level: number): TextEdit[] {
  const by = level - section.heading.level;
  const moved = by < 0 ? subtree(section) : [section];
  return moved.map(({ heading }) =>
    headingEdit(document, heading, Math.min(6, Math.max(1, heading.level + by))),
  );
}

/** True if a section with the given level, at its current place, would be a child of the right parent. */
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
  // Underlined headings have two levels only, so the heading becomes one with `#` marks.
  const last = heading.endLine - 1;
  const width = document.lineAt(last)?.text.length ?? 0;
  return { range: range(heading.line, 0, last, width), newText: `${'#'.repeat(level)} ${heading.text}` };
}
