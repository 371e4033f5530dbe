/** The draft of a new document: its text, and the ranges that were filled in. */

import type { Document } from '../document/document';
import { memoize } from '../query/memoize';
import type { Position } from '../text/text';

/** A range of offsets in a text, from `start` to `end` (exclusive). */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** A range and the text that replaces it. */
export interface Fill extends OffsetRange {
  readonly text: string;
  /** The text is a guess that the author should check. */
  readonly guess?: boolean;
}

/** A text and the fills that were applied to it. */
export interface Draft {
  readonly text: string;
  /** The applied fills in order, with their offsets in `text`. */
  readonly filled: readonly Fill[];
}

/** Applies fills to a draft. If two overlap, also with an earlier fill, the one that starts first wins. */
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
    const newText = done ? text.slice(fill.start, fill.end) : fill.text;
    all.push({ ...fill, text: newText, start: result.length, end: result.length + newText.length });
    result += newText;
    from = fill.end;
  }
  return { text: result + text.slice(from), filled: all };
}

/** A function that converts positions of a document to offsets. All line endings of the document must be `\n`. */
export const offsetsOf = memoize(({ lines }: Document): ((position: Position) => number) => {
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.text.length + 1;
  }
  return ({ line, character }) => (starts[line] ?? start) + character;
});

/** The line numbers from `start` to `end` (exclusive). */
export function linesBetween(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}
