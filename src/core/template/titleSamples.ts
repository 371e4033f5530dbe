/** Headings of a template that stand for a title without being a placeholder: "Title", "Your title", "Title of the note". */

import vocabulary from '../vocabulary/vocabulary.json';

const MOST_WORDS = 6;

/** True for a short heading that speaks of a title. */
export function isTitleSample(heading: string): boolean {
  const words = plainWords(heading).split(' ');
  return words.length <= MOST_WORDS && hasWord(words, vocabulary.fields.title);
}

/** True if one of the words is known, whatever its case. */
export function hasWord(words: readonly string[], known: readonly string[]): boolean {
  return known.some((one) => words.includes(one.toLowerCase()));
}

/** Lower-case words with single blanks between them. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim();
}
