/** Completes a task on a claim: checks the evidence that the task requires, and ticks its box. */

import { chainTo } from '../plan/chain';
import type { Edits, Planned, Refusal, Shape } from '../plan/change';
import { isRefused, proved, shapeOfTask } from '../plan/change';
import type { Evidence } from '../plan/evidence';
import { refuseEvidence } from '../plan/evidence';
import { isLayered } from '../plan/next';
import { nextStepsAfter } from '../plan/nextSteps';
import type { Milestone } from '../plan/plan';
import type { Step } from '../plan/tasks';
import { allTasks } from '../plan/tasks';
import { isDone, isOpen, unfinishedBelow } from '../plan/unfinished';
import { commandOf, isMarkedHuman, verificationOf } from '../plan/verification';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { shorten } from '../text/shorten';
import type { TextEdit } from '../text/text';
import { lineAfter } from '../text/text';
import { findTask } from './move';
import { completeEdits, tickEdits } from './tick';

/** The claim that a task is done. */
export interface Claim {
  readonly evidence?: Evidence;
  /** A person confirms it, which overrides all other requirements. */
  readonly byHand?: boolean;
}

/** A refusal, with what the claim lacks; `needs` is undefined if no claim would be accepted. */
export interface Unproved extends Refusal {
  readonly needs?: 'person' | 'evidence' | 'steps';
}

/** The edits that complete a task, and the line that it is on after them. */
export interface Completion extends Edits {
  readonly line: number;
}

/**
 * The edits that tick the task on a line, record its evidence and update the list of next steps, or why it cannot be
 * ticked. Ticks no other task.
 */
export function completeTask(planned: Planned, line: number, claim: Claim): Completion | Unproved {
  const { document, plan } = planned;
  const task = findTask(plan.milestones, line);
  if (!task) return { refused: say`There is no step or milestone on line ${line + 1}.` };
  const { evidence } = claim;
  const refused = evidence && refuseEvidence(evidence);
  if (refused !== undefined) return { refused };
  if (isDone(task) && !evidence) return { edits: [], line };
  const missing = claim.byHand ? undefined : missingFor(planned, task, evidence);
  if (missing) return missing;
  const edits = evidence
    ? completeEdits(document, task, evidence, plan.format)
    : tickEdits(document, line, true, plan.format);
  if (!edits) return { refused: notTickable(task) };
  // The added comment may close an unclosed one.
  const wanted = plan.milestones.map((milestone) => shapeTicked(milestone, task));
  const ticked = proved(planned, edits, wanted);
  return isRefused(ticked) ? ticked : withNextSteps(planned, ticked.edits, line, wanted);
}

/** The edits that tick a task, with those of the list of next steps if they leave the plan as it is. */
function withNextSteps(
  planned: Planned,
  ticks: readonly TextEdit[],
  line: number,
  wanted: readonly Shape[],
): Completion {
  const list = nextStepsAfter(planned, ticks, [line]);
  const edits = [...ticks, ...list];
  if (list.length === 0 || isRefused(proved(planned, edits, wanted))) return { edits: ticks, line };
  return { edits, line: lineAfter(line, list) };
}

/** The edits that untick the task on a line and remove its evidence. */
export function reopenTask({ document, plan }: Planned, line: number): Edits | Refusal {
  const task = findTask(plan.milestones, line);
  if (!task) return { refused: say`There is no step or milestone on line ${line + 1}.` };
  const edits = tickEdits(document, line, false, plan.format);
  return edits ? { edits } : { refused: notTickable(task) };
}

/** The shape of `root` with `task` ticked. */
function shapeTicked(root: Step | Milestone, task: Step | Milestone): Shape {
  const steps = root.steps.map((step) => shapeTicked(step, task));
  return { ...shapeOfTask(root), ...(root === task && !isDone(root) && { mark: 'x' }), steps };
}

function missingFor(
  planned: Planned,
  task: Step | Milestone,
  evidence: Evidence | undefined,
): Unproved | undefined {
  const name = `"${short(task.title)}"`;
  const left = unfinishedBelow(planned.plan, task);
  if (left !== undefined) {
    return { refused: say`${name} is not finished: ${whatIsLeft(planned, left)}.`, needs: 'person' };
  }
  if (mustStart(planned, task)) {
    return { refused: say`${name} has no steps yet, and is done when its steps are.`, needs: 'steps' };
  }
  const human = chainTo(planned.plan.milestones, task.line).findLast(isMarkedHuman);
  if (human) {
    const refused =
      human === task
        ? say`${name} is marked (human): only a person may complete it.`
        : say`${name} is part of "${short(human.title)}", which is marked (human): only a person may complete it.`;
    return { refused, needs: 'person' };
  }
  const verification = verificationOf(task);
  const [words] = verification?.words ?? [];
  if (words !== undefined) {
    const refused = say`Only a person may complete ${name}: its check is in words ("${short(words)}"), and no command in inline code.`;
    return { refused, needs: 'person' };
  }
  if (!verification || evidence) return undefined;
  const check = short(commandOf(verification));
  return {
    refused:
      verification.commands.length > 1
        ? say`${name} names the check that verifies it (${check}), so completing it needs evidence for all of them.`
        : say`${name} names the check that verifies it (${check}), so completing it needs evidence.`,
    needs: 'evidence',
  };
}

/** Says which task or line is left. */
function whatIsLeft({ document, plan }: Planned, line: number): Message {
  const step = [...allTasks(plan.milestones)].find((task) => task.line === line);
  if (!step) {
    const text = short(document.lineAt(line)?.text.trim() ?? '');
    return say`line ${line + 1} looks like a task and is none: "${text}"`;
  }
  const title = short(step.title);
  return isOpen(step)
    ? say`"${title}" on line ${line + 1} is open`
    : say`"${title}" on line ${line + 1} has the mark [${step.mark ?? ''}], which a person must settle`;
}

/** True for a milestone that gets steps when it is started. */
function mustStart({ plan, bound }: Planned, task: Step | Milestone): boolean {
  const isMilestone = plan.milestones.some((milestone) => milestone === task);
  return isMilestone && task.steps.length === 0 && isOpen(task) && isLayered(plan, bound?.template);
}

function notTickable({ title, mark }: Step | Milestone): Message {
  return mark === undefined
    ? say`"${short(title)}" is a heading without a box: it is done when its steps are.`
    : say`"${short(title)}" is marked [${mark}], which is neither open nor done. Change it by hand.`;
}

function short(text: string): string {
  return shorten(text, 80);
}
