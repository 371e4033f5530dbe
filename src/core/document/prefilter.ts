/** A prefilter for lines that may hold a link, a placeholder or similar. Most parts have no such line. */

import { NONE } from '../query/collect';
import { memoize } from '../query/memoize';
import type { Part } from './parts';

/** The candidate lines of a part, in order, counted from its first line. */
export const candidateLines = memoize(({ lines }: Part): readonly number[] => {
  const candidates: number[] = [];
  for (let line = 0; line < lines.length; line++) if (lines[line]?.mayMatch) candidates.push(line);
  return candidates.length === 0 ? NONE : candidates;
});

/** Memoizes `derive`, and skips parts without candidate lines. `derive` must find nothing on other lines. */
export function prefiltered<K, T>(
  derive: (part: Part, key: K) => readonly T[],
): (part: Part, key: K) => readonly T[] {
  return memoize((part: Part, key: K) => (candidateLines(part).length === 0 ? NONE : derive(part, key)));
}
