/** The tasks around a task. */

import type { Milestone } from './plan';
import type { Step } from './tasks';

/** The tasks from the milestone down to the task on a line, which is the last; empty if there is no such task. */
export function chainTo(tasks: readonly (Step | Milestone)[], line: number): (Step | Milestone)[] {
  for (const task of tasks) {
    if (task.line === line) return [task];
    const below = chainTo(task.steps, line);
    if (below.length > 0) return [task, ...below];
  }
  return [];
}
