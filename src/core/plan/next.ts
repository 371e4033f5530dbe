/** Finds the next step of a plan, for all faces. */

import type { Template } from '../template/template';
import { waitingTasks } from './dependencies';
import { milestoneLabel } from './labels';
import type { Milestone, Plan } from './plan';
import { planStubs } from './stubs';
import type { Step } from './tasks';
import { required } from './tasks';
import { isOpen, isOtherMark, unfinishedBelow } from './unfinished';

/** What to do next. */
export interface NextStep {
  /** Do the step, start a milestone that has no steps yet, or tick a task whose steps are all done. */
  readonly action: 'do' | 'start' | 'finish';
  readonly milestone: Milestone;
  /** Undefined if the action applies to the milestone. */
  readonly step?: Step;
}

/**
 * The next step: finish the first task whose steps are all done, else do the first open leaf of the first started
 * milestone, else do or start the first milestone that is not started. A task that waits for another one is not next.
 * Undefined if nothing can be done; `idle` says why.
 */
export function nextStep(plan: Plan, template?: Template): NextStep | undefined {
  const waiting = waitingTasks(plan);
  const milestones = required(plan.milestones).filter((milestone) => !waiting.has(milestone));
  return (
    first(plan.milestones, (milestone) => finishIn(plan, milestone)) ??
    first(milestones, (milestone) =>
      milestone.state === 'started' ? leafIn(milestone, waiting) : undefined,
    ) ??
    first(milestones, (milestone) =>
      milestone.state === 'open' ? startOf(plan, milestone, waiting, template) : undefined,
    )
  );
}

/** The line of the next step, or of its milestone if the action applies to that. */
export function lineOf({ milestone, step }: NextStep): number {
  return step?.line ?? milestone.line;
}

type Waiting = ReturnType<typeof waitingTasks>;

function first<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The innermost open task with steps that are all done. */
function finishIn(plan: Plan, milestone: Milestone): NextStep | undefined {
  const step = first(milestone.steps, (one) => completeIn(plan, one));
  if (step) return { action: 'finish', milestone, step };
  return isComplete(plan, milestone) ? { action: 'finish', milestone } : undefined;
}

function completeIn(plan: Plan, step: Step): Step | undefined {
  return first(step.steps, (one) => completeIn(plan, one)) ?? (isComplete(plan, step) ? step : undefined);
}

/** True if only the tick of a task is missing: everything below it is done. */
function isComplete(plan: Plan, task: Milestone | Step): boolean {
  return isOpen(task) && required(task.steps).length > 0 && unfinishedBelow(plan, task) === undefined;
}

/** The first open leaf of a milestone. What lies below another mark waits until a person has settled that. */
function leafIn(milestone: Milestone, waiting: Waiting): NextStep | undefined {
  if (isOtherMark(milestone)) return undefined;
  const steps = required(milestone.steps);
  if (steps.length === 0) return isOpen(milestone) ? { action: 'do', milestone } : undefined;
  const step = first(steps, (one) => openLeaf(one, waiting));
  return step && { action: 'do', milestone, step };
}

function openLeaf(step: Step, waiting: Waiting): Step | undefined {
  if (isOtherMark(step) || waiting.has(step)) return undefined;
  const steps = required(step.steps);
  if (steps.length > 0) return first(steps, (one) => openLeaf(one, waiting));
  return isOpen(step) ? step : undefined;
}

function startOf(
  plan: Plan,
  milestone: Milestone,
  waiting: Waiting,
  template: Template | undefined,
): NextStep | undefined {
  if (required(milestone.steps).length > 0) return leafIn(milestone, waiting);
  // Lines that cannot be read may be its steps.
  if (isOtherMark(milestone) || unfinishedBelow(plan, milestone) !== undefined) return undefined;
  return { action: isLayered(plan, template) ? 'start' : 'do', milestone };
}

/**
 * True if milestones have steps once they are started; in a flat list, each is a task. Steps and headings decide.
 * Without them, labels and the template do, unless a milestone was done without any steps.
 */
export function isLayered({ milestones, format }: Plan, template: Template | undefined): boolean {
  // Other tools write all steps at once.
  if (format) return false;
  if (milestones.some(({ mark, steps }) => mark === undefined || steps.length > 0)) return true;
  if (milestones.some(({ state }) => state === 'done')) return false;
  return (
    milestones.some(({ title }) => milestoneLabel(title) !== undefined) ||
    (template !== undefined && planStubs(template).steps.length > 0)
  );
}
