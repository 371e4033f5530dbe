/** The changes above the sections: title, template, status and header fields. */

import type { Analysis } from '../analysis/analyze';
import type { Field } from '../document/fields/fields';
import { fieldKey } from '../document/fields/fields';
import { plainText } from '../document/plainText';
import { fold } from '../markdown/tokens';
import type { FileState } from '../plan/fileState';
import { readiness } from '../review/readiness';
import { reviewStatus } from '../status/reviewStatus';
import { statusField, statusOf } from '../status/stage';
import type { Change } from './change';
import { changeAt, lossAt } from './change';
import { Pairing } from './pairs';
import type { Sentence } from './sentence';
import { cited, counted, sentence } from './sentence';

/** The states of the files that the evidence of the new text is for, by line; without them, evidence proves nothing. */
export type States = ReadonlyMap<number, FileState>;

/** The changes of title, template, status and fields. */
export function headerChanges(before: Analysis, after: Analysis, states?: States): Change[] {
  return [
    ...titleChanges(before, after),
    ...templateChanges(before, after),
    ...statusChanges(before, after, states),
    ...fieldChanges(before, after),
  ];
}

/** The title of a document as it is shown; empty if it has none. */
export function titleOf({ document }: Analysis): string {
  return document.title ? plainText(document.title.text) : '';
}

/** The status of a document; empty if it has none. */
export function statusIn({ document, bound, environment }: Analysis): string {
  const status = bound ? statusOf(document, bound.template, environment.files) : statusField(document)?.value;
  return plainText(status ?? '');
}

function titleChanges(before: Analysis, after: Analysis): Change[] {
  const [was, is] = [titleOf(before), titleOf(after)];
  if (was === is) return [];
  const line = after.document.title?.line ?? 0;
  const message =
    was === ''
      ? sentence`The title is now ${is}.`
      : is === ''
        ? sentence`The title ${was} is gone.`
        : sentence`The title was ${was}, and is ${is}.`;
  return [changeAt('title-changed', line, message)];
}

function templateChanges({ bound: old }: Analysis, { bound: now }: Analysis): Change[] {
  const [was, is] = [old?.template.name, now?.template.name];
  if (was === is) return [];
  if (is === undefined) {
    const message = sentence`The document fits no template any more; it was ${was ?? ''}.`;
    return [changeAt('template-changed', 0, message, sentence`Nothing checks it now.`)];
  }
  const message =
    was === undefined
      ? sentence`The document fits the template ${is} now.`
      : sentence`The template was ${was}, and is ${is}.`;
  return [changeAt('template-changed', 0, message)];
}

function statusChanges(before: Analysis, after: Analysis, states: States | undefined): Change[] {
  const [was, is] = [statusIn(before), statusIn(after)];
  if (was === is) return [];
  const line = statusField(after.document)?.line ?? 0;
  if (is === '')
    return [changeAt('status-set', line, sentence`The status was ${was}, and there is none now.`)];
  const message =
    was === '' ? sentence`The status is ${is} now.` : sentence`The status was ${was}, and is ${is}.`;
  return [changeAt('status-set', line, message, whyTooEarly(after, before, is, states))];
}

/** Why the new status promises more than the text holds; undefined if it does not. */
export function whyTooEarly(
  after: Analysis,
  before: Analysis | undefined,
  status: string,
  states: States | undefined,
): Sentence | undefined {
  const { bound } = after;
  if (!bound || status === '') return undefined;
  const isNewStage = before?.bound?.stage !== bound.stage;
  const isLater = (bound.stage === 'progress' || bound.stage === 'finished') && isNewStage;
  if (!isLater && !isForReview(after, status)) return undefined;
  const { ready, reasons } = readiness(after, states);
  const { done, total } = after.plan;
  if (bound.stage === 'finished' && done < total) {
    return total - done === 1
      ? sentence`1 of ${counted(total, 'task')} of its plan is not done.`
      : sentence`${total - done} of ${counted(total, 'task')} of its plan are not done.`;
  }
  const [first] = reasons;
  if (ready || !first) return undefined;
  return sentence`The text is not ready for it: ${counted(reasons.length, 'reason')}, the first on line ${first.line + 1}: ${cited(first.message)}`;
}

/** True if the status is the template's word for a review. */
function isForReview({ bound }: Analysis, status: string): boolean {
  if (bound?.stage !== 'draft') return false;
  return fieldKey(reviewStatus(bound.template, status) ?? '') === fieldKey(status);
}

function fieldChanges(before: Analysis, after: Analysis): Change[] {
  const [olds, news] = [before.document.fields, after.document.fields];
  const pairs = new Pairing<Field>();
  const [was, is] = [
    olds.find((field) => isStatus(before, field)),
    news.find((field) => isStatus(after, field)),
  ];
  if (was && is) pairs.add(was, is);
  pairs.byKey(olds, news, ({ name }) => fieldKey(name));
  return [
    ...news.flatMap((now): Change[] => {
      const old = pairs.before.get(now);
      if (!old) return isStatus(after, now) ? [] : [changeAt('field-added', now.line, added(now))];
      const renamed =
        nameOf(old) === nameOf(now)
          ? []
          : [changeAt('field-changed', now.line, sentence`Field ${old.name} is called ${now.name} now.`)];
      const [was, is] = [plainText(old.value), plainText(now.value)];
      // The status is compared on its own.
      if (was === is || (isStatus(before, old) && isStatus(after, now))) return renamed;
      return [...renamed, changeAt('field-changed', now.line, changed(now.name, was, is))];
    }),
    ...olds
      .filter((old) => !pairs.after.has(old) && !isStatus(before, old))
      .map(({ name, line, value }) => {
        const message =
          value === ''
            ? sentence`Field ${name} is gone.`
            : sentence`Field ${name} is gone; it was ${plainText(value)}.`;
        return lossAt('field-removed', line, message);
      }),
  ];
}

function added({ name, value }: Field): Sentence {
  const text = plainText(value);
  return text === '' ? sentence`Field ${name} is new.` : sentence`Field ${name} is new: ${text}.`;
}

function changed(name: string, was: string, is: string): Sentence {
  if (is === '') return sentence`Field ${name} was ${was}, and is empty.`;
  return was === ''
    ? sentence`Field ${name} is ${is} now.`
    : sentence`Field ${name} was ${was}, and is ${is}.`;
}

/** True for the field that holds the status. */
function isStatus({ document }: Analysis, { line, name }: Field): boolean {
  const status = statusField(document);
  return line === status?.line && name === status.name;
}

function nameOf({ name }: Field): string {
  return fold(plainText(name)).toLowerCase();
}
