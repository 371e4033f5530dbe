/** Whether a document is ready for review: it has no findings that block the review, and its ticks are proved. */

import type { Severity } from '../edits/problem';
import type { FileState } from '../plan/fileState';
import type { Plan } from '../plan/plan';
import { allTasks } from '../plan/tasks';
import { isDone, isOtherMark, leavesLeft } from '../plan/unfinished';
import { emptySection } from '../rules/empty-section';
import { leftoverPlaceholder } from '../rules/leftover-placeholder';
import type { Analysis } from './analyze';
import type { VerifiedStep } from './verified';
import { verifiedSteps } from './verified';

/** Why a document is not ready, as a sentence. */
export interface Reason {
  readonly line: number;
  readonly message: string;
  /** The rule whose finding it is. */
  readonly rule?: string;
}

/** Whether a document is ready for review, and why not. */
export interface Readiness {
  readonly ready: boolean;
  /** Editors show readiness for drafts, and the number of findings for later stages. */
  readonly isDraft: boolean;
  /** In the order of their lines. */
  readonly reasons: readonly Reason[];
  /** What the evidence of each ticked step proves, in the order of their lines. */
  readonly verified: readonly VerifiedStep[];
}

const BLOCKING: readonly Severity[] = ['warning', 'error'];
/** Rules about text that is to be written. Their findings block whatever their severity, but for hints. */
const UNWRITTEN: readonly string[] = [emptySection.id, leftoverPlaceholder.id];

/**
 * Decides whether a document is ready for review. Warnings, errors, empty sections, placeholders, tasks whose state is
 * unknown and ticks that nothing proves block it; hints never do. A baseline makes no document ready. `states` has the state of the files that each evidence
 * is for, by its line; without it, evidence proves nothing.
 */
export function readiness(
  analysis: Pick<Analysis, 'bound' | 'findings' | 'suppressed' | 'plan'>,
  states?: ReadonlyMap<number, FileState>,
): Readiness {
  const { bound, findings, suppressed, plan } = analysis;
  const verified = verifiedSteps(plan, states);
  if (!bound) {
    const message = 'The document fits no template, so its requirements are unknown.';
    return { ready: false, isDraft: false, reasons: [{ line: 0, message }], verified };
  }
  const blocking = [...findings, ...suppressed].flatMap(({ rule, severity, message, range }): Reason[] =>
    BLOCKING.includes(severity) || (UNWRITTEN.includes(rule) && severity !== 'hint')
      ? [{ line: range.start.line, message, rule }]
      : [],
  );
  const unproved = verified
    .filter(({ blocks }) => blocks)
    .map(({ line, message }): Reason => ({ line, message }));
  const reasons = [...blocking, ...undecided(plan), ...unproved].sort((a, b) => a.line - b.line);
  return { ready: reasons.length === 0, isDraft: bound.stage === 'draft', reasons, verified };
}

/** The tasks whose state a reviewer cannot know: those with another mark, and ticked ones over steps that are not done. */
function undecided(plan: Plan): Reason[] {
  return [...allTasks(plan.milestones)].flatMap((task): Reason[] => {
    const { line, mark, steps } = task;
    if (isOtherMark(task)) {
      return [{ line, message: `The mark [${mark}] is neither open nor done: a person must settle it.` }];
    }
    const [left] = isDone(task) ? leavesLeft(steps) : [];
    if (!left) return [];
    return [{ line, message: `It is ticked, but the step on line ${left.line + 1} is not done.` }];
  });
}
