/** What changed from one version of a document to the next, in design terms. It compares two analyses and nothing else. */

import type { Analysis } from '../analysis/analyze';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { Change } from './change';
import { changeAt, lossAt } from './change';
import { commentChanges } from './comments';
import type { States } from './header';
import { headerChanges, statusIn, titleOf, whyTooEarly } from './header';
import { itemChanges, itemDifferences } from './items';
import { planChanges } from './plan';
import { pairParts, partsOf } from './sectionPairs';
import { sectionChanges } from './sections';
import { counted, sentence } from './sentence';
import { textChanges } from './text';

/**
 * The changes of a document: of its header first, then of its sections, its plan and its comments. An analysis is
 * undefined where there is no such document. `states` are those of the new text.
 */
export function documentChanges(
  before: Analysis | undefined,
  after: Analysis | undefined,
  states?: States,
): Change[] {
  if (!before || !after) return after ? [addition(after, states)] : before ? [removal(before)] : [];
  const [olds, news] = [partsOf(before), partsOf(after)];
  const pairs = pairParts(olds, news);
  const items = itemDifferences(pairs);
  return [
    ...rename(before, after),
    ...headerChanges(before, after, states),
    ...sectionChanges(olds, news, pairs),
    ...itemChanges(items),
    ...planChanges(before, after),
    ...commentChanges(before, after),
    ...textChanges(before, after, pairs, items),
  ];
}

/**
 * That nothing changed, as a sentence; undefined if something did. It is sure only of a document that follows a template
 * in both versions.
 */
export function nothingChanged(
  before: Analysis | undefined,
  after: Analysis | undefined,
  changes: readonly Change[],
): Message | undefined {
  if (changes.length > 0) return undefined;
  return before?.bound && after?.bound
    ? say`Nothing in design terms changed.`
    : say`No change was found, but the document fits no template.`;
}

function addition(after: Analysis, states: States | undefined): Change {
  const status = statusIn(after);
  const message =
    status === ''
      ? sentence`The document ${titleOf(after)} is new.`
      : sentence`The document ${titleOf(after)} is new with the status ${status}.`;
  return changeAt('document-added', 0, message, whyTooEarly(after, undefined, status, states));
}

function removal(before: Analysis): Change {
  const { done, total } = before.plan;
  const status = statusIn(before);
  const message =
    status === ''
      ? sentence`The document ${titleOf(before)} is gone.`
      : sentence`The document ${titleOf(before)} is gone; its status was ${status}.`;
  const why =
    total > done
      ? sentence`${counted(total - done, 'task')} of its plan had not been done.`
      : sentence`Its text is only in git now.`;
  return lossAt('document-removed', 0, message, why);
}

function rename({ environment: { path: was } }: Analysis, { environment: { path: is } }: Analysis): Change[] {
  if (was === undefined || is === undefined || was === is) return [];
  return [changeAt('document-renamed', 0, sentence`The file was ${was}, and is ${is}.`)];
}
