/** Stubs for milestones and steps, in the words of the template's own plan. */

import { parseDocument } from '../document/document';
import type { Template } from '../template/template';
import { readSteps } from './plan';

/** A step whose words no template gives. */
export const STEP_STUB = '<single actionable step>';

export interface PlanStubs {
  /** A milestone's text after its box; empty if the template shows none. */
  readonly milestone: string;
  /** The texts of a milestone's first steps; none if the template's plan has one layer only. */
  readonly steps: readonly string[];
}

/** The first milestone that the template's plan shows, and its steps. */
export function planStubs(template: Template): PlanStubs {
  const plan = template.specs.find((spec) => spec.plan);
  const tasks = readSteps(parseDocument(plan?.body.join('\n') ?? '').blocks, 0);
  const milestone = tasks.find((task) => task.steps.length > 0) ?? tasks[0];
  return { milestone: milestone?.title ?? '', steps: milestone?.steps.map(({ title }) => title) ?? [] };
}
