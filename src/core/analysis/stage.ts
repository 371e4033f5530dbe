/** The stage of any analyzed document, with a template or without. */

import { isArchived } from '../status/archive';
import type { Stage } from '../status/stage';
import type { Analysis } from './analyze';

/**
 * The stage of a document. A plan file of another tool has no status: it is in progress until all its tasks are done.
 * Any other document without a template is `unknown`.
 */
export function stageOfAnalysis(analysis: Analysis): Stage {
  const { bound, plan, environment } = analysis;
  if (bound) return bound.stage;
  if (!isPlanFile(analysis)) return 'unknown';
  if (isArchived(environment.path ?? '')) return 'dead';
  return plan.done < plan.total || plan.unread.length > 0 ? 'progress' : 'finished';
}

/** True for a plan file of another tool that has tasks, or lines that look like tasks. */
export function isPlanFile({ plan }: Analysis): boolean {
  return plan.format !== undefined && plan.total + plan.unread.length > 0;
}
