/** Small words for people: counts, and text that is safe on a terminal. */

import { editDistance } from '../../core/text/distance';

/** "1 finding", "2 findings". */
export function count(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`;
}

/**
 * Text from a document or a path, on one line and without control characters: a cloned repository must not be
 * able to move the cursor or to colour a terminal.
 */
export function printable(text: string): string {
  // Most text is plain, and classes of Unicode are several times slower to look for.
  if (/^[ -~]*$/.test(text)) return text;
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (sign) => (/\s/.test(sign) ? ' ' : '\uFFFD'));
}

/** The one of `known` that `word` was probably meant to be: a likely slip of the fingers, or undefined. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.ceil(word.length / 3) + 1;
  for (const candidate of known) {
    const steps = candidate.startsWith(word) ? 1 : editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
