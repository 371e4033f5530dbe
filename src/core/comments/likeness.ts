/** Whether a text is a rewritten version of another one: how many of their words are the same, in the same order. */

import { quoteOf } from './format';

/** Scripts without blanks between words are compared letter by letter. Created lazily, because it compiles slowly. */
const patterns: { word?: RegExp } = {};

/** The words of the start of a text, in lower case. */
export function wordsOf(text: string): readonly string[] {
  patterns.word ??= /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;
  return quoteOf(text).toLowerCase().match(patterns.word) ?? [];
}

/** The share of the words that two texts have in common, in order: 1 if they have the same, 0 if they share none. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const most = a.length + b.length;
  if (most === 0 || 2 * sharedWords(a, b) < most * LEAST) return 0;
  return (2 * longestRun(a, b)) / most;
}

/** Less than this is no likeness. Words that any two sentences share make up to a third. */
const LEAST = 0.5;

/** How many words two texts share in any order: an upper bound that takes less time. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const own of a) counts.set(own, (counts.get(own) ?? 0) + 1);
  let shared = 0;
  for (const own of b) {
    const left = counts.get(own) ?? 0;
    if (left > 0) shared++;
    counts.set(own, left - 1);
  }
  return shared;
}

/** The length of the longest common subsequence. */
function longestRun(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const own of a) {
    const next = [0];
    for (let at = 0; at < b.length; at++) {
      next.push(own === b[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
