/** Lines that may hold a link, a placeholder or the like: most lines cannot, and most parts have no such line. */

import { NONE } from '../query/collect';
import { memoize } from '../query/memoize';
import type { Part } from './parts';

/** The lines of a part that may match, in order, counted from its first. */
export const candidateLines = memoize(({ lines }: Part): readonly number[] => {
  const candidates: number[] = [];
  for (let line = 0; line < lines.length; line++) if (lines[line]?.mayMatch) candidates.push(line);
  return candidates.length === 0 ? NONE : candidates;
});

/** Memoizes what is derived from a part, where nothing can be found but on candidate lines. */
export function prefiltered<K, T>(
  derive: (part: Part, key: K) => readonly T[],
): (part: Part, key: K) => readonly T[] {
  return memoize((part: Part, key: K) => (candidateLines(part).length === 0 ? NONE : derive(part, key)));
}
