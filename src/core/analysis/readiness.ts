/** Whether a document is ready for review: nothing found in it that weighs, and no evidence in it that is stale. */

import type { Severity } from '../edits/problem';
import type { Attested } from '../plan/evidence';
import { attestedBy } from '../plan/evidence';
import type { Milestone, Plan, Step } from '../plan/plan';
import { emptySection } from '../rules/empty-section';
import type { Analysis } from './analyze';

/** Why a document is not ready, as a sentence. */
export interface Reason {
  readonly line: number;
  readonly message: string;
  /** The rule whose finding it is. */
  readonly rule?: string;
}

export interface Readiness {
  readonly ready: boolean;
  /** Only a draft can be ready for review; for a later document the count of findings is shown. */
  readonly isDraft: boolean;
  /** In the order of their lines. */
  readonly reasons: readonly Reason[];
  /** The states of the files that evidence names and nobody knows: whether it is stale cannot be told. */
  readonly unknownTrees: readonly string[];
}

/** By the states of the files that evidence names: the files that differ since, or undefined if that cannot be told. */
export type Changes = ReadonlyMap<string, readonly string[] | undefined>;

const WEIGHTY: readonly Severity[] = ['warning', 'error'];
const NAMED_FILES = 3;

/**
 * Tells whether a document is ready for review. A section that is not written stands in the way, however light the
 * finding is; hints never do. Files that changed stand in the way if they are given.
 */
export function readiness(
  analysis: Pick<Analysis, 'bound' | 'findings' | 'plan'>,
  changes?: Changes,
): Readiness {
  const { bound, findings, plan } = analysis;
  if (!bound) {
    const message = 'The document fits no template, so nothing can be said of what it needs.';
    return { ready: false, isDraft: false, reasons: [{ line: 0, message }], unknownTrees: [] };
  }
  const weighty = findings.flatMap(({ rule, severity, message, range }): Reason[] =>
    WEIGHTY.includes(severity) || (rule === emptySection.id && severity !== 'hint')
      ? [{ line: range.start.line, message, rule }]
      : [],
  );
  const stale = attested(plan).flatMap(({ line, evidence }) =>
    staleness(evidence, changes).map((message): Reason => ({ line, message })),
  );
  const reasons = [...weighty, ...stale].sort((a, b) => a.line - b.line);
  const unknownTrees = changes ? evidenceTrees(plan).filter((tree) => changes.get(tree) === undefined) : [];
  return { ready: reasons.length === 0, isDraft: bound.stage === 'draft', reasons, unknownTrees };
}

/** The states of the files that the evidence in a plan names, each once. */
export function evidenceTrees(plan: Plan): string[] {
  return [...new Set(attested(plan).map(({ evidence }) => evidence.tree))];
}

function attested({ milestones }: Plan): { readonly line: number; readonly evidence: Attested }[] {
  const tasks = function* (list: readonly (Milestone | Step)[]): Generator<Milestone | Step> {
    for (const task of list) {
      yield task;
      yield* tasks(task.steps);
    }
  };
  return [...tasks(milestones)].flatMap((task) => {
    const evidence = attestedBy(task);
    return evidence ? [{ line: task.line, evidence }] : [];
  });
}

/** Why evidence does not hold any more. */
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
