/** Masks of dates in the languages of the vocabulary: YYYY-MM-DD, TT.MM.JJJJ, AAAA/MM/JJ, YYYY年MM月DD日. */

import letters from '../vocabulary/dateMasks.json';

const [YEAR, MONTH, DAY] = [letters.year, letters.month, letters.day].map(
  (words) => `(?:${words.flatMap((word) => [word, word.toLowerCase()]).join('|')})`,
);
const ORDERS = [
  [YEAR, MONTH, DAY],
  [DAY, MONTH, YEAR],
  [MONTH, DAY, YEAR],
];
/** A mask with separators of one kind. The names of groups differ, because all masks are one expression. */
const SEPARATED = ORDERS.map(
  ([a, b, c], at) => String.raw`${a}(?<separator${at}>[-/.])${b}\k<separator${at}>${c}`,
);
const WORDED = String.raw`(?:${YEAR}|X{4})[ \t]?[年년][ \t]?(?:${MONTH}|XX)[ \t]?[月월][ \t]?(?:${DAY}|XX)[ \t]?[日일]`;

/** The source of a regular expression for a date mask, without word boundaries. */
export const DATE_MASK: string = [...SEPARATED, WORDED].join('|');

const WHOLE = new RegExp(DATE_MASK);
/** A date to be filled in by hand, such as `____年__月__日`. */
const BLANKS = /^[ _　]*年[ _　]*月[ _　]*日$/;
const YEAR_PART = new RegExp(`${YEAR}|X{4}`);
const PART = new RegExp(`(?<year>${YEAR}|X{4})|(?<month>${MONTH})|(?<day>${DAY})`, 'g');

/** True if a value contains the mask of a date. */
export function hasDateMask(value: string): boolean {
  return WHOLE.test(value) || BLANKS.test(value);
}

/** The mask of a date in a value, without what surrounds it; undefined if there is none. */
export function dateMaskIn(value: string): string | undefined {
  return WHOLE.exec(value)?.[0];
}

/** True if the year comes first in a mask of a date, or if there is no mask. */
export function isYearFirst(value: string): boolean {
  const mask = dateMaskIn(value);
  return mask === undefined || YEAR_PART.exec(mask)?.index === 0;
}

/** A date in the form of a mask; `date` is `YYYY-MM-DD`. */
export function dateInMask(mask: string, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (/XX/.test(mask)) return mask.replace(/X{4}/, year).replace('XX', month).replace('XX', day);
  return mask.replace(PART, (...match) => {
    const groups: Readonly<Record<string, string | undefined>> = match.at(-1);
    return groups.year ? year : groups.month ? month : day;
  });
}
