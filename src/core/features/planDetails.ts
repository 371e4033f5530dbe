/** Details of a plan's tasks besides their titles and boxes, and the contradictions in the plan. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { Attested } from '../plan/evidence';
import { attestedBy } from '../plan/evidence';
import type { NextStep } from '../plan/next';
import { lineOf } from '../plan/next';
import { verifiedBy, walkTasks } from '../plan/verification';
import type { Message } from '../text/message';

/** The details of a task. */
export interface Details {
  /** Defined for the next task only. */
  readonly next?: NextStep['action'];
  /** The command or test that verifies it. */
  readonly verify?: string;
  readonly evidence?: Attested;
  /** True if only a person may complete it. */
  readonly forPeople: boolean;
  /** The messages of findings that contradict it. */
  readonly contradictions: readonly Message[];
}

/**
 * The rules that report contradictions in a plan, or tasks that do not count. Missing and early steps of a milestone
 * are no contradictions.
 */
const RULES: ReadonlySet<string> = new Set(['milestone-state', 'plan-task', 'status-drift']);

/** The details of a task that has none. One object, so that most tasks of a long plan take no space. */
export const NO_DETAILS: Details = { forPeople: false, contradictions: [] };

/** The findings that report contradictions in the plan. */
export function contradictions({ findings }: Pick<Analysis, 'findings'>): Finding[] {
  return findings.filter(({ rule }) => RULES.has(rule));
}

/** The details of every task, by its line. */
export function planDetails(analysis: Analysis): ReadonlyMap<number, Details> {
  const { plan, next } = analysis;
  const found = messagesByLine(contradictions(analysis));
  const details = new Map<number, Details>();
  for (const { task, forPeople } of walkTasks(plan.milestones)) {
    const { line } = task;
    const verify = verifiedBy(task);
    const evidence = attestedBy(task);
    const isNext = next !== undefined && lineOf(next) === line;
    const messages = found.get(line) ?? [];
    const plain = !isNext && verify === undefined && !evidence && !forPeople && messages.length === 0;
    if (plain) {
      details.set(line, NO_DETAILS);
      continue;
    }
    details.set(line, {
      ...(isNext && { next: next.action }),
      ...(verify !== undefined && { verify }),
      ...(evidence && { evidence }),
      forPeople,
      contradictions: messages,
    });
  }
  return details;
}

function messagesByLine(findings: readonly Finding[]): ReadonlyMap<number, readonly Message[]> {
  const messages = new Map<number, Message[]>();
  for (const { range, said } of findings) {
    const { line } = range.start;
    const known = messages.get(line);
    if (known) known.push(said);
    else messages.set(line, [said]);
  }
  return messages;
}
