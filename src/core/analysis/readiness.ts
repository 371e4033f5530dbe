/** Whether a document is ready for review: it has no findings that block the review and no stale evidence. */

import type { Severity } from '../edits/problem';
import type { Attested } from '../plan/evidence';
import { attestedBy } from '../plan/evidence';
import type { Plan } from '../plan/plan';
import { allTasks, isDone, isOtherMark, leavesLeft } from '../plan/unfinished';
import { emptySection } from '../rules/empty-section';
import { leftoverPlaceholder } from '../rules/leftover-placeholder';
import type { Analysis } from './analyze';

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
  /** Tree ids in evidence that cannot be resolved, so that staleness is unknown. */
  readonly unknownTrees: readonly string[];
}

/** By tree id in evidence: the files that changed since, or undefined if the id cannot be resolved. */
export type Changes = ReadonlyMap<string, readonly string[] | undefined>;

const BLOCKING: readonly Severity[] = ['warning', 'error'];
/** Rules about text that is to be written. Their findings block whatever their severity, but for hints. */
const UNWRITTEN: readonly string[] = [emptySection.id, leftoverPlaceholder.id];
const NAMED_FILES = 3;

/**
 * Decides whether a document is ready for review. Warnings, errors, empty sections and placeholders block it, and so do
 * tasks whose state is unknown; hints never do. With `changes`, so does evidence whose files changed.
 */
export function readiness(
  analysis: Pick<Analysis, 'bound' | 'findings' | 'plan'>,
  changes?: Changes,
): Readiness {
  const { bound, findings, plan } = analysis;
  if (!bound) {
    const message = 'The document fits no template, so its requirements are unknown.';
    return { ready: false, isDraft: false, reasons: [{ line: 0, message }], unknownTrees: [] };
  }
  const blocking = findings.flatMap(({ rule, severity, message, range }): Reason[] =>
    BLOCKING.includes(severity) || (UNWRITTEN.includes(rule) && severity !== 'hint')
      ? [{ line: range.start.line, message, rule }]
      : [],
  );
  const stale = attested(plan).flatMap(({ line, evidence }) =>
    staleness(evidence, changes).map((message): Reason => ({ line, message })),
  );
  const reasons = [...blocking, ...undecided(plan), ...stale].sort((a, b) => a.line - b.line);
  const unknownTrees = changes ? evidenceTrees(plan).filter((tree) => changes.get(tree) === undefined) : [];
  return { ready: reasons.length === 0, isDraft: bound.stage === 'draft', reasons, unknownTrees };
}

/** The distinct tree ids in the evidence of a plan. */
export function evidenceTrees(plan: Plan): string[] {
  return [...new Set(attested(plan).map(({ evidence }) => evidence.tree))];
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

function attested({ milestones }: Plan): { readonly line: number; readonly evidence: Attested }[] {
  return [...allTasks(milestones)].flatMap((task) => {
    const evidence = attestedBy(task);
    return evidence ? [{ line: task.line, evidence }] : [];
  });
}

/** Why evidence is stale; empty if it is not. */
function staleness({ exit, tree, reworded }: Attested, changes: Changes | undefined): string[] {
  if (exit !== 0) return [`The evidence says that the check failed: it ended with exit status ${exit}.`];
  if (reworded) {
    return ['The step was reworded since it was verified: verify it again, or untick it.'];
  }
  const files = changes?.get(tree) ?? [];
  if (files.length === 0) return [];
  const more = files.length > NAMED_FILES ? ` and ${files.length - NAMED_FILES} more` : '';
  return [
    `Files changed since the step was verified: ${files.slice(0, NAMED_FILES).join(', ')}${more}. Verify it again.`,
  ];
}
