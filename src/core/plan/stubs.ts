/** Stubs for milestones and steps, in the words of the template's own plan. */

import { parseDocument } from '../document';
import type { Template } from '../template';
import type { Step } from './plan';
import { readSteps } from './plan';

export interface PlanStubs {
  /** A milestone's text after its box. */
  readonly milestone: string;
  /** A step's text after its box. */
  readonly step: string;
}

/** The first milestone and step that the template's plan shows; empty texts where it shows none. */
export function planStubs(template: Template): PlanStubs {
  const plan = template.specs.find((spec) => spec.plan);
  const tasks = readSteps(parseDocument(plan?.body.join('\n') ?? '').blocks, 0);
  const milestone = tasks.find((task) => task.steps.length > 0) ?? tasks[0];
  const step: Step | undefined = milestone?.steps[0];
  return { milestone: milestone?.title ?? '', step: step?.title ?? '' };
}

/** The stub with the first number in it replaced: "Step 1: …" becomes "Step 3: …". */
export function numbered(stub: string, number: number): string {
  return stub.replace(/\d+/, String(number));
}
