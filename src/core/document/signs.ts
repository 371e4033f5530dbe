/** Lines with signs that they may hold something to look at: most lines have none, and most parts no such line. */

import { oncePer } from './oncePer';
import type { Part } from './parts';
import type { Parts, Reading } from './readings';
import { forReadings, NONE, reading } from './readings';

/** The lines of a part that have such a sign, in order. */
export const signedLinesOf = forReadings(({ lines }: Part): readonly number[] => {
  let signed: number[] | undefined;
  for (let line = 0; line < lines.length; line++) {
    if (!lines[line]?.signed) continue;
    signed ??= [];
    signed.push(line);
  }
  return signed ?? NONE;
});

/** Compared by itself, for of parts without such lines nothing else is read that is looked for on them. */
const hasSigns = reading((part: Part) => signedLinesOf(part, undefined).length > 0);

/** Which parts have such a line. */
const signedParts = oncePer(({ parts }: Parts): readonly number[] => {
  const signed: number[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part && hasSigns(part, undefined)) signed.push(at);
  }
  return signed;
});

/** What a reading of signs finds in all parts of a document; `place` is told the line that the part starts on. */
export function readSigned<K, T, U>(
  layout: Parts,
  read: Reading<K, readonly T[]>,
  key: K,
  place: (found: T, line: number) => U,
): U[] {
  const all: U[] = [];
  for (const at of signedParts(layout)) {
    const part = layout.parts[at];
    const line = layout.starts[at] ?? 0;
    if (part) for (const found of read(part, key)) all.push(place(found, line));
  }
  return all;
}

/** A reading of a part in which nothing can be found but on such lines. */
export function readingOfSigns<K, T>(read: Reading<K, readonly T[]>): Reading<K, readonly T[]> {
  return reading((part, key) => (signedLinesOf(part, undefined).length === 0 ? NONE : read(part, key)));
}
