/** What of a task is not done: steps without a tick, and lines that the plan cannot read. */

import type { Milestone, Plan } from './plan';
import type { Step } from './tasks';
import { required } from './tasks';

type Task = Milestone | Step;
/** What is in the box of a task. */
type Boxed = Pick<Milestone, 'mark' | 'underWay'>;

/** True if the box is ticked. */
export function isDone({ mark }: Boxed): boolean {
  return /^[xX]$/.test(mark ?? '');
}

/** True if the box holds a blank, or a mark that means the same. A heading has no box. */
export function isOpen({ mark, underWay }: Boxed): boolean {
  return underWay === true || (mark !== undefined && mark.trim() === '');
}

/** True for a mark that is neither a blank nor an x, such as `[~]` or `[-]`: only a person knows what it means. */
export function isOtherMark(boxed: Boxed): boolean {
  return boxed.mark !== undefined && !isDone(boxed) && !isOpen(boxed);
}

/** The required tasks of a plan, or below tasks, in the order of their lines. */
export function* requiredTasks(tasks: readonly Task[]): Generator<Task> {
  for (const task of required(tasks)) {
    yield task;
    yield* requiredTasks(task.steps);
  }
}

/** The required tasks without such steps below tasks, or among them, that are not done. */
export function leavesLeft(tasks: readonly Task[]): Task[] {
  return [...requiredTasks(tasks)].filter((task) => required(task.steps).length === 0 && !isDone(task));
}

/**
 * The first line below a task that is not done or that the plan cannot read; undefined if there is none. The tasks in
 * `ticked` count as done.
 */
export function unfinishedBelow(plan: Plan, task: Task, ticked: readonly Task[] = []): number | undefined {
  const lines = [
    ...[...requiredTasks(task.steps)]
      .filter((step) => !isDone(step) && !ticked.includes(step))
      .map(({ line }) => line),
    ...unreadIn(plan, task),
  ];
  return lines.length === 0 ? undefined : lines.reduce((least, line) => Math.min(least, line));
}

/** The lines of a task that the plan cannot read. */
function unreadIn({ unread }: Plan, { line, end }: Task): number[] {
  return unread.filter((other) => other > line && other < end);
}
