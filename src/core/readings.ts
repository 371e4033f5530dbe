/**
 * What rules read of a part, read once: a part does not change, and most parts outlive most edits. A rule that looks at
 * the text or the blocks of the whole document looks through readings. Then an edit that leaves every reading of a part
 * as it was cannot change a finding.
 */

import type { Part } from './parts';

/** Reads a part with regard to something else, such as a template. Lines count from the part's first. */
export type Reading<K, T> = (part: Part, key: K) => T;

const all: Reading<never, unknown>[] = [];

/** A reading that is made once for a part. */
export function reading<K, T>(read: Reading<K, T>): Reading<K, T> {
  const id = all.length;
  const remembered: Reading<K, T> = (part, key) => {
    const before = part.known[id];
    if (before && before.key === key) return before.value as T;
    const value = read(part, key);
    part.known[id] = { key, value };
    return value;
  };
  all.push(remembered);
  return remembered;
}

/** True if whatever has been read of one part is the same in the other. */
export function sameReadings(before: Part, after: Part): boolean {
  return before.known.every((value, id) => {
    const read = all[id];
    return value === undefined || (read !== undefined && same(value.value, read(after, value.key as never)));
  });
}

/** True if two pieces of plain data say the same. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
