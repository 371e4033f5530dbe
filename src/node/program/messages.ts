/** Formats messages: counts, suggestions, and text that is safe to print on a terminal. */

import { editDistance } from '../../core/text/distance';

/** A number with its noun: "1 finding", "2 findings". */
export function count(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`;
}

/**
 * Escapes text from a document or a path for a terminal: one line, without control characters. A cloned repository must
 * not be able to move the cursor or to change colours.
 */
export function printable(text: string): string {
  // A fast path for ASCII: matching Unicode classes is several times slower.
  if (/^[ -~]*$/.test(text)) return text;
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) =>
    /\s/.test(character) ? ' ' : '\uFFFD',
  );
}

/** The most similar word in `known`, if `word` is probably a misspelling of it; otherwise undefined. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.ceil(word.length / 3) + 1;
  for (const candidate of known) {
    const distance = candidate.startsWith(word)
      ? 1
      : editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}
