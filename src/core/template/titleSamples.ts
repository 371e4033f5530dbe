/** Sample titles in templates, without placeholder syntax: "Title", "Your title", "Title of the note". */

import vocabulary from '../vocabulary/vocabulary.json';

const MOST_WORDS = 6;

/** True for a short heading that contains a word for a title. */
export function isTitleSample(heading: string): boolean {
  const words = plainWords(heading).split(' ');
  return words.length <= MOST_WORDS && hasWord(words, vocabulary.fields.title);
}

/** True if `words`, in lower case, contain one of the known words, in any case. */
export function hasWord(words: readonly string[], known: readonly string[]): boolean {
  return known.some((one) => words.includes(one.toLowerCase()));
}

/** The words of a text in lower case, separated by single blanks. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim();
}
