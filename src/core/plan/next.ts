/** The next step: one definition for every face. */

import type { Template } from '../template/template';
import { milestoneLabel } from './labels';
import type { Milestone, Plan, Step } from './plan';
import { openLeaves } from './plan';
import { planStubs } from './stubs';

/** What is to be done next. */
export interface NextStep {
  /** Do the step, start a milestone that has no steps yet, or tick a milestone whose steps are all done. */
  readonly action: 'do' | 'start' | 'finish';
  readonly milestone: Milestone;
  /** Undefined where the milestone itself is what is to be done, started or ticked. */
  readonly step?: Step;
}

/**
 * The first open leaf of the first started milestone, else of the first open one; where no leaf is open any more,
 * the first milestone that only waits for its tick. Undefined if nothing is left.
 */
export function nextStep(plan: Plan, template?: Template): NextStep | undefined {
  const { milestones } = plan;
  const inOrder = [
    ...milestones.filter(({ state }) => state === 'started'),
    ...milestones.filter(({ state }) => state === 'open'),
  ];
  for (const milestone of inOrder) {
    const [step] = openLeaves(milestone.steps);
    if (step) return { action: 'do', milestone, step };
    if (milestone.steps.length > 0 || !isOpen(milestone)) continue;
    return { action: isLayered(plan, template) ? 'start' : 'do', milestone };
  }
  const waiting = inOrder.find((milestone) => milestone.mark !== undefined && isFinished(milestone));
  return waiting && { action: 'finish', milestone: waiting };
}

/** The line of what is next. */
export function lineOf({ milestone, step }: NextStep): number {
  return step?.line ?? milestone.line;
}

/** True if the milestone's steps are all done. */
function isFinished({ done, total, steps }: Milestone): boolean {
  return steps.length > 0 && done === total;
}

/** Neither ticked nor under another mark, which a person has put there for a reason. */
function isOpen({ mark }: Milestone): boolean {
  return mark === undefined || mark.trim() === '';
}

/**
 * In a plan of two layers a milestone has steps of its own once it is started; in a flat list it is a task. Steps and
 * headings show which it is; without them, so do names and the template, unless a milestone was done without any steps.
 */
function isLayered({ milestones }: Plan, template: Template | undefined): boolean {
  if (milestones.some(({ mark, steps }) => mark === undefined || steps.length > 0)) return true;
  if (milestones.some(({ state }) => state === 'done')) return false;
  return (
    milestones.some(({ title }) => milestoneLabel(title) !== undefined) ||
    (template !== undefined && planStubs(template).steps.length > 0)
  );
}
