/** Combines values that are derived per part into values for the whole document. */

/** The parts of a document in order, and the line on which each of them starts. */
export interface Parts<P> {
  readonly parts: readonly P[];
  readonly starts: readonly number[];
}

/** The shared empty list, for the parts without any value. */
export const NONE: readonly never[] = Object.freeze([]);

/**
 * Calls a memoized `derive` for every part and concatenates the results. `derive` counts lines from the first line of
 * the part, because documents share parts at different lines. `place` moves a result to the line where the part starts.
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
