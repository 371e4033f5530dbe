/** A text on its way from template to document, and the stretches of it that were filled in. */

import type { Document } from '../document/document';
import { memoize } from '../query/memoize';
import type { Position } from '../text/text';

/** Offsets into a text: from `start` to `end` (exclusive). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch and the text that takes its place. */
export interface Fill extends Stretch {
  readonly text: string;
  /** It is a guess that the author is to look at. */
  readonly guess?: boolean;
}

export interface Draft {
  readonly text: string;
  /** What was filled in, in order. */
  readonly filled: readonly Fill[];
}

/** The draft with stretches replaced. Of two that overlap the first counts. */
export function fillIn({ text, filled }: Draft, fills: readonly Fill[]): Draft {
  const ordered = [
    ...filled.map((fill) => ({ fill, done: true })),
    ...fills.map((fill) => ({ fill, done: false })),
  ];
  ordered.sort((a, b) => a.fill.start - b.fill.start || a.fill.end - b.fill.end);
  const all: Fill[] = [];
  let result = '';
  let from = 0;
  for (const { fill, done } of ordered) {
    if (fill.start < from) continue;
    result += text.slice(from, fill.start);
    const own = done ? text.slice(fill.start, fill.end) : fill.text;
    all.push({ ...fill, text: own, start: result.length, end: result.length + own.length });
    result += own;
    from = fill.end;
  }
  return { text: result + text.slice(from), filled: all };
}

/** Turns positions of a document into offsets of its text, whose line endings are `\n`. */
export const offsetsOf = memoize(({ lines }: Document): ((position: Position) => number) => {
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.text.length + 1;
  }
  return ({ line, character }) => (starts[line] ?? start) + character;
});

/** The numbers of the lines from one to another (exclusive). */
export function linesBetween(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}
