/** Finds the next step of a plan, for all faces. */

import type { Template } from '../template/template';
import { milestoneLabel } from './labels';
import type { Milestone, Plan, Step } from './plan';
import { openLeaves } from './plan';
import { planStubs } from './stubs';

/** What to do next. */
export interface NextStep {
  /** Do the step, start a milestone that has no steps yet, or tick a milestone whose steps are all done. */
  readonly action: 'do' | 'start' | 'finish';
  readonly milestone: Milestone;
  /** Undefined if the action applies to the milestone. */
  readonly step?: Step;
}

/**
 * The first open leaf of the first started milestone, else of the first open one; if no leaf is open, the first
 * milestone that only lacks its tick. Undefined if nothing is left.
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

/** The line of the next step, or of its milestone if the action applies to that. */
export function lineOf({ milestone, step }: NextStep): number {
  return step?.line ?? milestone.line;
}

/** True if the milestone's steps are all done. */
function isFinished({ done, total, steps }: Milestone): boolean {
  return steps.length > 0 && done === total;
}

/** True if the milestone has neither a tick nor another mark. */
function isOpen({ mark }: Milestone): boolean {
  return mark === undefined || mark.trim() === '';
}

/**
 * True if milestones have steps once they are started; in a flat list, each is a task. Steps and headings decide.
 * Without them, labels and the template do, unless a milestone was done without any steps.
 */
function isLayered({ milestones }: Plan, template: Template | undefined): boolean {
  if (milestones.some(({ mark, steps }) => mark === undefined || steps.length > 0)) return true;
  if (milestones.some(({ state }) => state === 'done')) return false;
  return (
    milestones.some(({ title }) => milestoneLabel(title) !== undefined) ||
    (template !== undefined && planStubs(template).steps.length > 0)
  );
}
