/** Inserts stubs of steps and milestones for the author to name, formatted like their neighbours. */

import type { Insertion, Planned, Refusal } from '../plan/change';
import { readLabel, withoutLabel } from '../plan/labels';
import { planStubs, STEP_STUB } from '../plan/stubs';
import { say } from '../text/message';
import { addMilestone, addSteps } from './insert';
import { findTask } from './move';

const MILESTONE_STUB = '<concise milestone>';

/** Appends a step stub to the steps of the task on a line. */
export function newStep(planned: Planned, line: number): Insertion | Refusal {
  const parent = findTask(planned.plan.milestones, line);
  if (!parent) return { refused: say`The milestone is no longer where it was. Try again.` };
  const [stub = STEP_STUB] = stubsOf(planned).steps;
  return addSteps(planned, parent, [stubAfter(stub, parent.steps.at(-1)?.title)]);
}

/** Adds a milestone stub after the last milestone. */
export function newMilestone(planned: Planned): Insertion | Refusal {
  const { milestone } = stubsOf(planned);
  const last = planned.plan.milestones.at(-1)?.title;
  return addMilestone(planned, stubAfter(milestone === '' ? MILESTONE_STUB : milestone, last));
}

function stubsOf({ bound }: Planned): ReturnType<typeof planStubs> {
  return bound ? planStubs(bound.template) : { milestone: '', steps: [] };
}

/** A stub with the label of the last task, whose number the insertion increments; without a label if that has none. */
function stubAfter(stub: string, last: string | undefined): string {
  if (last === undefined) return stub;
  const label = readLabel(last);
  if (!label || /^[*_`]/.test(last)) return withoutLabel(stub);
  const colon = /^[ \t]*[:.)–—-]?[ \t]*/u.exec(last.slice(label.end))?.[0] ?? ' ';
  return last.slice(0, label.end) + (colon === '' ? ' ' : colon) + withoutLabel(stub);
}
