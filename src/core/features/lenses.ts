/** What an editor offers on the lines of a plan: few things, and each only where it is next. */

import type { Analysis } from '../analysis/analyze';
import { readiness } from '../analysis/readiness';
import type { NextStep } from '../plan/next';
import { lineOf } from '../plan/next';
import type { Milestone } from '../plan/plan';
import type { Stage } from '../template/stage';

/** Something to see or to do on a line. */
export type Offer =
  | { readonly kind: 'ready' | 'findings'; readonly line: number; readonly count: number }
  | { readonly kind: 'progress'; readonly line: number; readonly done: number; readonly total: number }
  | {
      readonly kind: 'start' | 'addStep' | 'complete' | 'handOff';
      readonly line: number;
      readonly title: string;
    };

/** The stages in which the title has a lens: a settled document is not judged again. */
const SHOWN: readonly Stage[] = ['draft', 'progress', 'finished'];

/**
 * What to show above the lines of a document: on the title whether a draft is ready for review, or how many findings a
 * later document has; the progress of milestones under way; the actions on the next step.
 */
export function planOffers(analysis: Analysis): Offer[] {
  const { plan, next } = analysis;
  const progress = plan.milestones
    .filter((milestone) => milestone.state === 'started' || isReached(milestone, next))
    .map(({ line, done, total }) => ({ kind: 'progress' as const, line, done, total }));
  const offers = [...readyOffers(analysis), ...progress, ...(next ? nextOffers(next) : [])];
  return offers.sort((a, b) => a.line - b.line);
}

function readyOffers(analysis: Analysis): Offer[] {
  const { bound, document } = analysis;
  if (!document.title || !bound || !SHOWN.includes(bound.stage)) return [];
  const { reasons, isDraft } = readiness(analysis);
  return [{ kind: isDraft ? 'ready' : 'findings', line: document.title.line, count: reasons.length }];
}

function isReached(milestone: Milestone, next: NextStep | undefined): boolean {
  return milestone === next?.milestone && milestone.steps.length > 0;
}

function nextOffers(next: NextStep): Offer[] {
  const task = next.step ?? next.milestone;
  const place = { line: lineOf(next), title: task.title };
  const complete: Offer[] = task.mark === undefined ? [] : [{ kind: 'complete', ...place }];
  if (next.action === 'finish') return complete;
  const own: Offer[] = next.action === 'start' ? [{ kind: 'start', ...place }] : complete;
  return [...addOffers(next), ...own, { kind: 'handOff', ...place }];
}

/**
 * A milestone under way often turns out to need one step more. It also keeps the number of offers on its line: an
 * editor that had drawn two there when it was to be started may leave them standing where there is one.
 */
function addOffers({ milestone: { line, title }, step }: NextStep): Offer[] {
  return step ? [{ kind: 'addStep', line, title }] : [];
}
