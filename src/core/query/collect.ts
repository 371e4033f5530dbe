/** What is derived from each part of a document, put together at the lines on which the parts stand. */

/** Parts of a document in order, and the line on which each of them starts. */
export interface Parts<P> {
  readonly parts: readonly P[];
  readonly starts: readonly number[];
}

/** What most parts have of most things: nothing. */
export const NONE: readonly never[] = Object.freeze([]);

/**
 * What a memoized `derive` gives for every part, in order. It counts lines from the part's first, for a part is shared
 * by documents in which it stands on different lines; `place` turns it into what it is at the line given.
 */
export function collect<P, K, T, U>(
  { parts, starts }: Parts<P>,
  derive: (part: P, key: K) => readonly T[],
  key: K,
  place: (found: T, line: number) => U,
): U[] {
  const all: U[] = [];
  let at = 0;
  for (const part of parts) {
    const line = starts[at++] ?? 0;
    for (const found of derive(part, key)) all.push(place(found, line));
  }
  return all;
}
