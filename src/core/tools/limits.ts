/** Limits on the results of tools: every word costs an agent context, and a hostile document may be long. */

import { visible } from '../document/quote';
import type { MilestoneJson, PlanJson, StepJson } from '../json/plans';
import { shorten } from '../text/shorten';

/** The most entries of a list. */
const MAX_ENTRIES = 50;
/** The most milestones and steps of a plan together. */
const MAX_TASKS = 100;
const MAX_TEXT = 300;
/** Keys of texts that are identifiers or have another limit. */
const WHOLE = new Set(['path', 'version', 'prompt']);

/** The first entries of a list, and the number of omitted ones. */
export function firstOf<T>(entries: readonly T[]): { readonly kept: readonly T[]; readonly leftOut: number } {
  const kept = entries.slice(0, MAX_ENTRIES);
  return { kept, leftOut: entries.length - kept.length };
}

/** A plan with a limited number of tasks. Omits the steps of done milestones first, then the last tasks. */
export function boundedPlan(plan: PlanJson): PlanJson & { readonly leftOut: number } {
  const all = countTasks(plan.milestones);
  const slim = plan.milestones.map((milestone) =>
    all > MAX_TASKS && milestone.state === 'done' ? { ...milestone, steps: [] } : milestone,
  );
  const budget = { left: MAX_TASKS };
  const milestones = taken<MilestoneJson>(slim, budget);
  return { ...plan, milestones, leftOut: all - countTasks(milestones) };
}

function taken<T extends MilestoneJson | StepJson>(tasks: readonly T[], budget: { left: number }): T[] {
  const kept: T[] = [];
  for (const task of tasks) {
    if (budget.left-- <= 0) break;
    kept.push({ ...task, steps: taken(task.steps, budget) });
  }
  return kept;
}

function countTasks(tasks: readonly (MilestoneJson | StepJson)[]): number {
  return tasks.reduce((sum, { steps }) => sum + 1 + countTasks(steps), 0);
}

/** A copy of the value with long texts shortened, and without invisible characters. */
export function withPlainTexts(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return WHOLE.has(key) ? value : shorten(visible(value), MAX_TEXT);
  if (Array.isArray(value)) return value.map((item) => withPlainTexts(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withPlainTexts(item, name)]));
}
