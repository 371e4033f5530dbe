/** Says why a plan has no next step. "Done" is said only if every box is ticked and every line is read. */

import { setStatus } from '../edits/header';
import { statusField } from '../status/stage';
import { statusWord } from '../status/statusWord';
import type { Message } from '../text/message';
import { say, sentences } from '../text/message';
import type { TextEdit } from '../text/text';
import type { Planned } from './change';
import { waitingTasks } from './dependencies';
import type { Plan } from './plan';
import { allTasks } from './tasks';
import { isOpen, isOtherMark, requiredTasks } from './unfinished';

export const REASONS = ['done', 'no-plan', 'settle', 'unreadable', 'blocked'] as const;

/** Why a plan has no next step. */
export interface Idle {
  /**
   * `done`: every task is done; `no-plan`: there are no tasks; `settle`: boxes have marks whose meaning a person must
   * settle; `unreadable`: lines look like tasks and are none; `blocked`: every open task waits for another one.
   */
  readonly reason: (typeof REASONS)[number];
  /** The lines that it is about, in order. */
  readonly lines: readonly number[];
}

const MAX_NAMED = 5;

/** Why the plan has no next step, if `nextStep` found none. */
export function idle(plan: Plan): Idle {
  const { milestones, unread } = plan;
  const tasks = [...requiredTasks(milestones)];
  const marked = tasks.filter(isOtherMark);
  if (marked.length > 0) return { reason: 'settle', lines: marked.map(({ line }) => line) };
  const waiting = [...waitingTasks(plan).keys()].map(({ line }) => line);
  if (waiting.length > 0 && unread.length === 0) return { reason: 'blocked', lines: waiting };
  const open = tasks.filter(isOpen).map(({ line }) => line);
  const unreadable = [...unread, ...open].sort((a, b) => a - b);
  if (unreadable.length > 0) return { reason: 'unreadable', lines: unreadable };
  return { reason: tasks.length === 0 ? 'no-plan' : 'done', lines: [] };
}

/** True if a plan without a next step is not done: a person must change it. */
export function isStuck(plan: Plan): boolean {
  const { reason } = idle(plan);
  return reason !== 'done' && reason !== 'no-plan';
}

/** The reason as a sentence, which says what to do. Lines count from 1. */
export function idleText(planned: Planned): Message {
  const { reason, lines } = idle(planned.plan);
  switch (reason) {
    case 'settle':
      return say`A person must settle what the marks on ${named(lines)} mean: they are neither open nor done.`;
    case 'unreadable':
      return say`What is on ${named(lines)} looks like a task and is none, so its work is not known. Write it as a "- [ ]" item.`;
    case 'blocked':
      return say`Each open task waits for another one that is not done, so none can be next. Change the dependencies on ${named(lines)}.`;
    case 'no-plan':
      return say`There is no plan: no section for it has tasks.`;
    case 'done': {
      const word = finishedWord(planned);
      const optional = [...allTasks(planned.plan.milestones)].filter((task) => task.optional && isOpen(task));
      return sentences(
        say`Every task of the plan is done.`,
        optional.length === 0
          ? undefined
          : say`Open and optional: ${named(optional.map(({ line }) => line))}.`,
        word === undefined ? undefined : say`Set the status to "${word}" once that is true.`,
      );
    }
  }
}

/** The status for a document whose plan is done; undefined if it has that already, or has no status. */
export function finishedWord({ document, plan, bound }: Planned): string | undefined {
  const isUnderWay = bound?.stage === 'draft' || bound?.stage === 'progress';
  if (!isUnderWay || idle(plan).reason !== 'done' || !statusField(document)) return undefined;
  return statusWord(bound.template, 'finished');
}

/** The edits that set the status of a document whose plan is done; empty if `finishedWord` has none. */
export function finishedStatusEdits(planned: Planned): TextEdit[] {
  const word = finishedWord(planned);
  const status = statusField(planned.document);
  return word === undefined || !status ? [] : setStatus(planned.document, status, word);
}

function named(lines: readonly number[]): Message {
  const [first = 0, ...rest] = lines.slice(0, MAX_NAMED).map((line) => line + 1);
  const more = lines.length - MAX_NAMED;
  if (more > 0) return say`lines ${[first, ...rest].join(', ')} and ${more} more`;
  const last = rest.pop();
  return last === undefined ? say`line ${first}` : say`lines ${[first, ...rest].join(', ')} and ${last}`;
}
