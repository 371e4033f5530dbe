/** How the plan of a document grew and was worked off, from the versions of its text. */

import type { Environment } from '../analysis/analyze';
import { analyzeDocument } from '../analysis/analyze';
import { parseDocument } from '../document/document';

/** A version of a document's text. */
export interface TextVersion {
  /** In seconds since 1970. */
  readonly time: number;
  readonly text: string;
}

/** The state of a plan from a time on. */
export interface BurnUpPoint {
  readonly time: number;
  readonly done: number;
  readonly total: number;
}

/**
 * The points at which the counts of the plan changed, and the last version. Versions are oldest first; a clock that was
 * wrong does not put one before another. Versions before the first one with a plan are left out.
 */
export function burnUp(versions: readonly TextVersion[], environment: Environment): BurnUpPoint[] {
  const points: BurnUpPoint[] = [];
  let latest = 0;
  for (const [at, { time, text }] of versions.entries()) {
    latest = Math.max(latest, time);
    const { done, total } = analyzeDocument(parseDocument(text), environment, []).plan;
    const last = points.at(-1);
    if (!last && total === 0) continue;
    const isSame = last?.done === done && last.total === total;
    if (!isSame || at === versions.length - 1) points.push({ time: latest, done, total });
  }
  return points;
}
