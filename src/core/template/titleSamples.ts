/** Sample titles in templates, without placeholder syntax: "Title", "Your title", "Neat idea". */

import type { Document } from '../document/document';
import { findField } from '../document/fields/fields';
import { withoutMark } from '../markdown/marks';
import { findTokens } from '../markdown/tokens';
import { nameKey } from '../text/names';
import words from '../vocabulary/newDocument.json';
import vocabulary from '../vocabulary/vocabulary.json';

const MAX_WORDS = 6;

/** True for a short heading that contains a word for a title. */
export function isTitleSample(heading: string): boolean {
  const said = plainWords(heading).split(' ');
  return said.length <= MAX_WORDS && hasWord(said, vocabulary.fields.title);
}

/**
 * The title of a template that no document should keep; empty if it has none. Such a title says that it is a sample, or
 * the field with the title or the text below says so. Any other title without a placeholder may be meant to stay.
 */
export function readTitleSample({ title, fields, preamble }: Document): string {
  if (!title || findTokens(title.text).length > 0) return '';
  const text = withoutMark(title.text);
  const said = plainWords(text).split(' ');
  const field = findField(fields, vocabulary.fields.title)?.value ?? '';
  const below = preamble.find(({ kind, start }) => start >= title.endLine && kind !== 'definition');
  const isSample =
    isTitleSample(text) ||
    hasWord(said, words.sampleWords) ||
    nameKey(field) === nameKey(text) ||
    hasWord(plainWords(below?.content ?? '').split(' '), vocabulary.fields.title);
  return isSample ? text : '';
}

/** True if a document still has the sample title of its template, which may be empty. */
export function keepsSample({ title }: Document, sample: string): boolean {
  return sample !== '' && title !== undefined && nameKey(withoutMark(title.text)) === nameKey(sample);
}

/** True if `said`, words in lower case, contains one of the known words, in any case. */
export function hasWord(said: readonly string[], known: readonly string[]): boolean {
  return known.some((one) => said.includes(one.toLowerCase()));
}

/** The words of a text in lower case, separated by single blanks. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim();
}
