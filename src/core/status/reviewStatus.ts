/** The status with which a template's documents go to review. */

import type { Template } from '../template/template';
import vocabulary from '../vocabulary/review.json';
import { statusValues } from './statusValues';
import { opensWithValue, plainWords } from './statusWords';

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(', ').map(plainWords));
/** Words for a review come first; "Proposed" is one where the template has no other. */
const WORDS = [wordsOf(vocabulary.reviewStatuses), wordsOf(vocabulary.proposedStatuses)];
/** What starts a remark behind a value: "In Review (until it is accepted)". */
const REMARK = /[(（:：,–—]/;

/**
 * The value among those that a template lists for the status that means that a document is in review, or ready for it. It
 * is `status` itself or one behind it; undefined if there is none.
 */
export function reviewStatus(template: Template, status: string): string | undefined {
  const values = statusValues(template).map(withoutRemark);
  const own = values.findIndex((value) => opensWithValue(status, value));
  const left = values.slice(Math.max(0, own));
  for (const words of WORDS) {
    const found = left.find((value) => words.has(plainWords(value)));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The word of a listed value, without the explanation behind it. */
export function withoutRemark(value: string): string {
  const [word = ''] = value.split(REMARK, 1);
  return word.replace(/[*_`"']/g, '').trim();
}
