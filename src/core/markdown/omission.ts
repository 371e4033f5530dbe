/** Recognizes guidance that lets an author leave out a section: "Delete this section if there are none." */

import { narrow } from '../text/unicode';
import marks from '../vocabulary/marks.json';

const { verbs, imperatives, sections, conditions, modals, between, negations, negationsAfter, alone } =
  marks.omission;

/** A longer sentence says more than that. */
const LONGEST_SENTENCE = 240;
const SENTENCE_END = /[.!?](?=\s|$)|[。！？]|\n\s*\n/;
/** A letter of a script that puts blanks between words. */
const SPACED = String.raw`[\p{sc=Latn}\p{sc=Cyrl}]`;

/** One of these words, not as a part of a longer one; scripts without blanks between words have no such parts. */
function word(words: readonly string[]): string {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  return `(?<!${SPACED})(?:${longestFirst.join('|')})(?!${SPACED})`;
}

const VERB = word(verbs);
const SECTION = word(sections);
/** What may stand between the verb and the section: blanks and a few small words; in other scripts, a few letters. */
const BETWEEN = String.raw`(?:[\s,:*_]*(?:${word([...modals, ...between])})?[\s,:*_]*|[^\p{sc=Latn}\p{sc=Cyrl}.]{0,20})`;
const NAMED = new RegExp(`${VERB}${BETWEEN}${SECTION}|${SECTION}${BETWEEN}${VERB}`, 'iu');
const CONDITION = new RegExp(word(conditions), 'iu');
const ALONE = new RegExp(word(alone), 'iu');
const DENIED = new RegExp(
  String.raw`${word(negations)}[\s]*(?:${word([...modals, ...between])}\s+)?${VERB}|${VERB}\s*(?:${negationsAfter.join('|')})`,
  'iu',
);
/** A permission, which needs no condition: "This section can be omitted." */
const PERMITTED = new RegExp(String.raw`${SECTION}\s+${word(modals)}\s+${VERB}`, 'iu');
/** A mark such as "delete if empty". A verb with no blank behind it may be part of a noun. */
const MARK = new RegExp(`^${word(imperatives)}[,;]?\\s.*${word(conditions)}`, 'iu');

/** True if a text lets the author leave out the section that it stands in. */
export function mayOmit(text: string): boolean {
  return narrow(text)
    .split(SENTENCE_END)
    .some((sentence) => sentence.length <= LONGEST_SENTENCE && permits(sentence.replace(/\s+/g, ' ')));
}

function permits(sentence: string): boolean {
  if (DENIED.test(sentence)) return false;
  if (PERMITTED.test(sentence) || ALONE.test(sentence)) return true;
  return NAMED.test(sentence) && CONDITION.test(sentence);
}

/** True for the words of a mark that lets the author leave out the section: "delete if empty". */
export function isOmissionMark(words: string): boolean {
  return MARK.test(words) && !DENIED.test(words);
}
