/** Selects changes that can be made at once. */

import type { Fix } from '../edits/problem';
import type { TextEdit } from '../text/text';
import { comparePositions, overlaps } from '../text/text';

/** The changes that can be made together, chosen greedily: one that collides with an earlier one is left out. */
export function compatibleFixes(fixes: Iterable<Fix>): Fix[] {
  const chosen: Fix[] = [];
  const onLine = new Map<number, TextEdit[]>();
  // Two edits can collide only where they share a line.
  const isFree = (edit: TextEdit): boolean =>
    linesOf(edit).every((line) => !onLine.get(line)?.some((other) => collide(edit, other)));
  for (const fix of fixes) {
    if (!fix.edits.every(isFree)) continue;
    chosen.push(fix);
    for (const edit of fix.edits) {
      for (const line of linesOf(edit)) {
        const others = onLine.get(line);
        if (others) others.push(edit);
        else onLine.set(line, [edit]);
      }
    }
  }
  return chosen;
}

/** The edits of compatible changes. Inserts at one position are ordered by rank. */
export function editsOf(fixes: readonly Fix[]): TextEdit[] {
  return [...fixes].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).flatMap(({ edits }) => edits);
}

function linesOf({ range: { start, end } }: TextEdit): number[] {
  return Array.from({ length: end.line - start.line + 1 }, (_, at) => start.line + at);
}

/** Two inserts at one position are compatible; an insert at the edge of a removed range collides. */
function collide(a: TextEdit, b: TextEdit): boolean {
  const inserts = [a, b].filter(({ range }) => comparePositions(range.start, range.end) === 0);
  if (inserts.length === 2) return false;
  const touches =
    comparePositions(a.range.start, b.range.end) === 0 || comparePositions(b.range.start, a.range.end) === 0;
  return overlaps(a.range, b.range) || (inserts.length === 1 && touches);
}
