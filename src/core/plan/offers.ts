/** What an editor offers on the lines of a plan: few things, and each only where it is next. */

import type { NextStep } from './next';
import { lineOf } from './next';
import type { Plan } from './plan';

/** Something to see or to do on a line. */
export type Offer =
  | { readonly kind: 'progress'; readonly line: number; readonly done: number; readonly total: number }
  | { readonly kind: 'start' | 'complete'; readonly line: number; readonly title: string };

/** How far each milestone is that is not done, and what can be done about the one thing that is next. */
export function planOffers({
  plan,
  next,
}: {
  readonly plan: Plan;
  readonly next?: NextStep | undefined;
}): Offer[] {
  const progress = plan.milestones
    .filter(({ state, steps }) => state !== 'done' && steps.length > 0)
    .map(({ line, done, total }) => ({ kind: 'progress' as const, line, done, total }));
  return [...progress, ...(next ? nextOffers(next) : [])].sort((a, b) => a.line - b.line);
}

function nextOffers(next: NextStep): Offer[] {
  const task = next.step ?? next.milestone;
  const place = { line: lineOf(next), title: task.title };
  if (next.action === 'start') return [{ kind: 'start', ...place }];
  return task.mark === undefined ? [] : [{ kind: 'complete', ...place }];
}
