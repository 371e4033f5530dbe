/** Completing a task on somebody's word: what must be shown before its box may be ticked. */

import { shorten } from '../text/shorten';
import type { Edits, Planned, Refusal, Shape } from './change';
import { proved, shapeOfTask } from './change';
import type { Evidence } from './evidence';
import { isForPeople, refuseEvidence, verifiedBy } from './evidence';
import { findTask } from './move';
import type { Milestone, Step } from './plan';
import { openLeaves } from './plan';
import { completeEdits, isDone, tickEdits } from './tick';

/** What whoever completes a task can show. */
export interface Claim {
  readonly evidence?: Evidence;
  /** A person has looked at it, which settles everything. */
  readonly byHand?: boolean;
}

/** A refusal, and what would lift it, where something would. */
export interface Unproved extends Refusal {
  readonly needs?: 'person' | 'evidence';
}

/** The edits that tick the task on a line and keep its evidence, or why it cannot be ticked. Nothing else is ticked. */
export function completeTask(planned: Planned, line: number, claim: Claim): Edits | Unproved {
  const { document, plan } = planned;
  const task = findTask(plan.milestones, line);
  if (!task) return { refused: `No step or milestone stands on line ${line + 1}.` };
  const { evidence } = claim;
  const refused = evidence && refuseEvidence(evidence);
  if (refused !== undefined) return { refused };
  if (isDone(task) && !evidence) return { edits: [] };
  const missing = claim.byHand ? undefined : missingFor(task, evidence);
  if (missing) return missing;
  const edits = evidence ? completeEdits(document, task, evidence) : tickEdits(document, line, true);
  if (!edits) return { refused: unticked(task) };
  // A comment that is added may close one that was left open.
  const wanted = plan.milestones.map((milestone) => shapeTicked(milestone, task));
  return proved(planned, edits, wanted);
}

/** The edits that untick the task on a line, and take the evidence away with the tick. */
export function reopenTask({ document, plan }: Planned, line: number): Edits | Refusal {
  const task = findTask(plan.milestones, line);
  if (!task) return { refused: `No step or milestone stands on line ${line + 1}.` };
  const edits = tickEdits(document, line, false);
  return edits ? { edits } : { refused: unticked(task) };
}

function shapeTicked(own: Step | Milestone, task: Step | Milestone): Shape {
  const steps = own.steps.map((step) => shapeTicked(step, task));
  return { ...shapeOfTask(own), ...(own === task && !isDone(own) && { mark: 'x' }), steps };
}

function missingFor(task: Step | Milestone, evidence: Evidence | undefined): Unproved | undefined {
  const name = `"${short(task.title)}"`;
  const [open] = openLeaves(task.steps);
  if (open) {
    const where = `"${short(open.title)}" on line ${open.line + 1}`;
    return { refused: `${name} still has open steps, the first of them ${where}.`, needs: 'person' };
  }
  if (isForPeople(task)) {
    return { refused: `${name} is marked (human): only a person may complete it.`, needs: 'person' };
  }
  const check = verifiedBy(task);
  if (check === undefined || evidence) return undefined;
  return {
    refused: `${name} says how it is verified (${short(check)}), so it is not done without evidence.`,
    needs: 'evidence',
  };
}

function unticked({ title, mark }: Step | Milestone): string {
  return mark === undefined
    ? `"${short(title)}" is a heading without a box: it is done when its steps are.`
    : `"${short(title)}" is marked [${mark}], which says more than done or not. Change it by hand.`;
}

function short(text: string): string {
  return shorten(text, 80);
}
