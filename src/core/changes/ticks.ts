/** The ticks that are new, and why a reviewer should look at them. */

import { attestedBy } from '../plan/evidence';
import type { Plan } from '../plan/plan';
import { required } from '../plan/tasks';
import { isDone, unfinishedBelow } from '../plan/unfinished';
import { commandOf, verificationOf } from '../plan/verification';
import type { Sentence } from './sentence';
import { counted, sentence } from './sentence';
import type { Node } from './taskPairs';

/** A task that is ticked now, and was not; `before` is undefined if it is new. */
export interface Tick {
  readonly before: Node | undefined;
  readonly after: Node;
}

/** So many ticks at once without any evidence are flagged, whether or not the steps name a check. */
const MANY = 3;

/** A function that says why a new tick is flagged; `ticks` are all of them. */
export function tickJudge(plan: Plan, ticks: readonly Tick[]): (tick: Tick) => Sentence | undefined {
  const withoutEvidence = ticks.filter(({ after }) => isLeaf(after) && !attestedBy(after.task));
  const bare = new Set(withoutEvidence);
  const unproved = new Set(
    withoutEvidence.filter((tick) => checkOf(tick) !== undefined && !isForPeople(tick)),
  );
  return (tick) => {
    const { task } = tick.after;
    if (isForPeople(tick)) return sentence`Only a person may complete it.`;
    const evidence = attestedBy(task);
    if (evidence && evidence.exit !== 0) {
      return sentence`Its evidence says that the check failed, with exit status ${evidence.exit}.`;
    }
    if (evidence?.reworded) return sentence`Its evidence is for other words.`;
    if (unproved.has(tick)) {
      const check = checkOf(tick) ?? '';
      return unproved.size > 1
        ? sentence`It is one of ${counted(unproved.size, 'step')} ticked at once without evidence that the check passed; its own is ${check}.`
        : sentence`There is no evidence that its check passed: ${check}.`;
    }
    const left = unfinishedBelow(plan, task);
    if (left !== undefined) return sentence`Line ${left + 1} below it is not done.`;
    if (bare.size >= MANY && bare.has(tick)) {
      return sentence`It is one of ${counted(bare.size, 'step')} ticked at once without evidence.`;
    }
    return undefined;
  };
}

/** What the step says now or said before: its check may have been removed along with the tick. */
function checkOf({ before, after }: Tick): string | undefined {
  const verification = verificationOf(after.task) ?? (before && verificationOf(before.task));
  return verification && (commandOf(verification) || verification.words.join('; '));
}

function isForPeople({ before, after }: Tick): boolean {
  return after.forPeople || (before?.forPeople ?? false);
}

function isLeaf({ task }: Node): boolean {
  return required(task.steps).length === 0;
}

/** True for a task with a tick. */
export function isTicked(node: Node | undefined): boolean {
  return node !== undefined && isDone(node.task);
}
