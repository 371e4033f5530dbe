/** What can be said of the tasks of a plan besides their titles and boxes, and where the plan contradicts itself. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { Attested } from '../plan/evidence';
import { attestedBy, isForPeople, verifiedBy } from '../plan/evidence';
import type { NextStep } from '../plan/next';
import { lineOf } from '../plan/next';
import type { Milestone, Step } from '../plan/plan';

/** What is known of one task. */
export interface Details {
  /** Set for the one task that is next: what is to be done about it. */
  readonly next?: NextStep['action'];
  /** What verifies it, as its text says. */
  readonly verify?: string;
  readonly evidence?: Attested;
  /** True if only a person may complete it. */
  readonly forPeople: boolean;
  /** What contradicts it, as sentences. */
  readonly contradictions: readonly string[];
}

/**
 * Rules that report what a plan says against itself, or what is lost from it. A milestone that is next and has no steps
 * yet, or one that has them ahead of its turn, contradicts nothing.
 */
const RULES: ReadonlySet<string> = new Set(['milestone-state', 'plan-task', 'status-drift']);

/** The findings that say so. */
export function contradictions({ findings }: Pick<Analysis, 'findings'>): Finding[] {
  return findings.filter(({ rule }) => RULES.has(rule));
}

/** The details of every task, by its line. */
export function planDetails(analysis: Analysis): ReadonlyMap<number, Details> {
  const { plan, next } = analysis;
  const found = contradictions(analysis);
  const details = new Map<number, Details>();
  const read = (task: Milestone | Step): void => {
    const { line } = task;
    const verify = verifiedBy(task);
    const evidence = attestedBy(task);
    details.set(line, {
      ...(next && lineOf(next) === line && { next: next.action }),
      ...(verify !== undefined && { verify }),
      ...(evidence && { evidence }),
      forPeople: isForPeople(task),
      contradictions: found.filter(({ range }) => range.start.line === line).map(({ message }) => message),
    });
    task.steps.forEach(read);
  };
  plan.milestones.forEach(read);
  return details;
}
