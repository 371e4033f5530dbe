import { chainTo } from '../plan/chain';
import type { Plan } from '../plan/plan';

/** Whether the task on a line is a milestone or a step; undefined if the line has none. */
export function taskKind({ milestones }: Plan, line: number): 'milestone' | 'step' | undefined {
  const { length } = chainTo(milestones, line);
  if (length === 0) return undefined;
  return length === 1 ? 'milestone' : 'step';
}
