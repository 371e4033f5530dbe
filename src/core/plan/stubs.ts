/** Stubs for milestones and steps, from the template's plan. */

import { parseDocument } from '../document/document';
import type { Template } from '../template/template';
import { readSteps } from './tasks';

/** The stub of a step if the template has none. */
export const STEP_STUB = '<single actionable step>';

/** The sample texts in a template's plan. */
export interface PlanStubs {
  /** The text of a milestone after its box; empty if the template has none. */
  readonly milestone: string;
  /** The texts of the milestone's steps; empty if the template's plan has no steps. */
  readonly steps: readonly string[];
}

/** The first milestone with steps in the template's plan, else the first milestone. */
export function planStubs(template: Template): PlanStubs {
  const plan = template.specs.find((spec) => spec.plan);
  const tasks = readSteps(parseDocument(plan?.body.join('\n') ?? '').blocks);
  const milestone = tasks.find((task) => task.steps.length > 0) ?? tasks[0];
  return { milestone: milestone?.title ?? '', steps: milestone?.steps.map(({ title }) => title) ?? [] };
}
