/** The code lenses on a document's title and its plan. */

import type { Analysis } from '../analysis/analyze';
import type { NextStep } from '../plan/next';
import { lineOf } from '../plan/next';
import type { Milestone } from '../plan/plan';
import { readiness } from '../review/readiness';
import type { Stage } from '../status/stage';

/** An information or an action on a line. */
export type Lens =
  | { readonly kind: 'ready' | 'findings'; readonly line: number; readonly count: number }
  | { readonly kind: 'progress'; readonly line: number; readonly done: number; readonly total: number }
  | {
      readonly kind: 'start' | 'addStep' | 'complete' | 'handOff';
      readonly line: number;
      readonly title: string;
    };

/** The stages in which the title has a lens. Documents in other stages are settled. */
const SHOWN: readonly Stage[] = ['draft', 'progress', 'finished'];

/**
 * The lenses of a document: on the title, the readiness of a draft or the number of findings of a later document; the
 * progress of started milestones; the actions on the next step. In the order of their lines.
 */
export function planLenses(analysis: Analysis): Lens[] {
  const { plan, next } = analysis;
  const progress = plan.milestones
    .filter((milestone) => milestone.state === 'started' || isReached(milestone, next))
    .map(({ line, done, total }) => ({ kind: 'progress' as const, line, done, total }));
  const lenses = [...titleLenses(analysis), ...progress, ...(next ? nextLenses(next) : [])];
  return lenses.sort((a, b) => a.line - b.line);
}

function titleLenses(analysis: Analysis): Lens[] {
  const { bound, document } = analysis;
  if (!document.title || !bound || !SHOWN.includes(bound.stage)) return [];
  const { reasons, isDraft } = readiness(analysis);
  return [{ kind: isDraft ? 'ready' : 'findings', line: document.title.line, count: reasons.length }];
}

function isReached(milestone: Milestone, next: NextStep | undefined): boolean {
  return milestone === next?.milestone && milestone.steps.length > 0;
}

function nextLenses(next: NextStep): Lens[] {
  const task = next.step ?? next.milestone;
  const place = { line: lineOf(next), title: task.title };
  const complete: Lens[] = task.mark === undefined ? [] : [{ kind: 'complete', ...place }];
  if (next.action === 'finish') return complete;
  const main: Lens[] = next.action === 'start' ? [{ kind: 'start', ...place }] : complete;
  return [...addLenses(next), ...main, { kind: 'handOff', ...place }];
}

/**
 * The action that adds a step to a started milestone. It also keeps the number of lenses on the milestone's line
 * constant: when the number falls from two to one, an editor may keep showing the old ones.
 */
function addLenses({ milestone: { line, title }, step }: NextStep): Lens[] {
  return step ? [{ kind: 'addStep', line, title }] : [];
}
