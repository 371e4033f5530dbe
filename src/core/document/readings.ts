/**
 * What rules read of a part, read once: a part does not change, and most parts outlive most edits. A rule that looks at
 * the text or the blocks of the whole document looks through readings. Then an edit that leaves every reading of a part
 * as it was cannot change a finding.
 */

import type { Part } from './parts';
import { Known } from './parts';

/** Reads a part with regard to something else, such as a template. Lines count from the part's first. */
export type Reading<K, T> = (part: Part, key: K) => T;

/** What most readings of most parts are: nothing, and always the same nothing. */
export const NONE: readonly never[] = Object.freeze([]);

/** The readings by number; those that only other readings look at are not compared. */
const compared: (Reading<never, unknown> | undefined)[] = [];

/** A reading that is made once for a part. */
export function reading<K, T>(read: Reading<K, T>): Reading<K, T> {
  const own = remembered(read, compared.length);
  compared.push(own);
  return own;
}

/** What several readings work on, made once for a part. Nothing else may look at it. */
export function forReadings<K, T>(read: Reading<K, T>): Reading<K, T> {
  const own = remembered(read, compared.length);
  compared.push(undefined);
  return own;
}

function remembered<K, T>(read: Reading<K, T>, id: number): Reading<K, T> {
  // Most parts have nothing to read, and all of these know the same.
  let nothing = new Known(undefined, NONE);
  return (part, key) => {
    const before = part.known[id];
    if (before && before.key === key) return before.value as T;
    const value = read(part, key);
    if (!isNothing(value)) part.known[id] = new Known(key, value);
    else {
      if (nothing.key !== key || nothing.value !== value) nothing = new Known(key, value);
      part.known[id] = nothing;
    }
    return value;
  };
}

/** What can be kept for as long as the program runs; a text might be a stretch of a document, and keep all of it. */
function isNothing(value: unknown): boolean {
  return value === NONE || value === undefined || typeof value === 'boolean';
}

/** The parts of a document, and the lines that they start on. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly starts: readonly number[];
}

/** What a reading finds in all parts of a document; `place` is told the line that the part starts on. */
export function readAll<K, T, U>(
  { parts, starts }: Parts,
  read: Reading<K, readonly T[]>,
  key: K,
  place: (found: T, line: number) => U,
): U[] {
  const all: U[] = [];
  let at = 0;
  for (const part of parts) {
    const line = starts[at++] ?? 0;
    const found = read(part, key);
    if (found.length > 0) for (const own of found) all.push(place(own, line));
  }
  return all;
}

/**
 * True if whatever has been read of one part is the same in the other. Places count only where something is reported of
 * the part, or muted in it: elsewhere what was right stays right, wherever it stands.
 */
export function sameReadings(before: Part, after: Part, places: boolean): boolean {
  for (let id = 0; id < before.known.length; id++) {
    const known = before.known[id];
    const read = compared[id];
    if (known && read && !same(known.value, read(after, known.key as never), places)) return false;
  }
  return true;
}

/** True if two pieces of plain data say the same. */
function same(a: unknown, b: unknown, places: boolean): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => same(item, b[at], places));
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        (!places && (key === 'line' || key === 'character')) ||
        same(a[key as keyof typeof a], b[key as keyof typeof b], places),
    )
  );
}
