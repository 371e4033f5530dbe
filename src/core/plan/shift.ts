/** A plan below lines that were added or taken away. */

import type { Move } from '../text/text';
import { moveRange } from '../text/text';
import type { Milestone, Plan, Step } from './plan';

/** The plan as it stands once lines have moved; no milestone is torn apart by that. */
export function movePlan(plan: Plan, { line, by }: Move): Plan {
  return {
    ...plan,
    milestones: plan.milestones.map((milestone) =>
      milestone.line < line ? milestone : moveMilestone(milestone, by),
    ),
  };
}

function moveMilestone(milestone: Milestone, by: number): Milestone {
  const { line, markRange, steps } = milestone;
  return {
    ...milestone,
    line: line + by,
    ...(markRange && { markRange: moveRange(markRange, by) }),
    steps: steps.map((step) => moveStep(step, by)),
  };
}

function moveStep(step: Step, by: number): Step {
  const { line, markRange, steps } = step;
  return {
    ...step,
    line: line + by,
    markRange: moveRange(markRange, by),
    steps: steps.map((inner) => moveStep(inner, by)),
  };
}
