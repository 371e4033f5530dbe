/** Applying many fixes: the ones that collide wait for the next round. */

import type { Finding } from './check';
import type { Fix } from './edits/problem';
import type { TextEdit } from './text/text';
import { applyEdits, comparePositions, overlaps } from './text/text';

/** More rounds than any document needs; a fix that never settles must not hang an editor. */
const MAX_ROUNDS = 100;

export interface Fixed {
  readonly text: string;
  /** How many fixes were applied. */
  readonly count: number;
}

/**
 * Applies the fixes of all findings, checks the result, and goes on until nothing changes. `findingsOf`
 * checks a text; `wanted` may leave findings out.
 */
export function fixAll(
  text: string,
  findingsOf: (text: string) => readonly Finding[],
  wanted: (finding: Finding) => boolean = () => true,
): Fixed {
  let current = text;
  let count = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { edits, fixes } = compatibleEdits(findingsOf(current).filter(wanted));
    const next = applyEdits(current, edits);
    if (next === current) break;
    current = next;
    count += fixes;
  }
  return { text: current, count };
}

/** The edits of as many fixes as go together, earlier findings first. */
export function compatibleEdits(findings: readonly Finding[]): { edits: TextEdit[]; fixes: number } {
  const applied = new Set<Fix>();
  const onLine = new Map<number, TextEdit[]>();
  // Two edits can collide only where they share a line.
  const isFree = (edit: TextEdit): boolean =>
    linesOf(edit).every((line) => !onLine.get(line)?.some((other) => collide(edit, other)));
  let fixes = 0;
  for (const { fix } of findings) {
    if (!fix) continue;
    // Findings may share one fix; it is applied once and settles them all.
    if (!applied.has(fix)) {
      if (!fix.edits.every(isFree)) continue;
      applied.add(fix);
      for (const edit of fix.edits) {
        for (const line of linesOf(edit)) {
          const others = onLine.get(line);
          if (others) others.push(edit);
          else onLine.set(line, [edit]);
        }
      }
    }
    fixes++;
  }
  const inOrder = [...applied].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return { edits: inOrder.flatMap((fix) => fix.edits), fixes };
}

function linesOf({ range: { start, end } }: TextEdit): number[] {
  return Array.from({ length: end.line - start.line + 1 }, (_, at) => start.line + at);
}

/** Two inserts at one point go together; an insert at the edge of a removed stretch does not. */
function collide(a: TextEdit, b: TextEdit): boolean {
  const inserts = [a, b].filter(({ range }) => comparePositions(range.start, range.end) === 0);
  if (inserts.length === 2) return false;
  const touches =
    comparePositions(a.range.start, b.range.end) === 0 || comparePositions(b.range.start, a.range.end) === 0;
  return overlaps(a.range, b.range) || (inserts.length === 1 && touches);
}
