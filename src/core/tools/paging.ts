/** Pages of long lists: every word costs an agent context, and nothing is left out without a way to get it. */

import type { MilestoneJson, PlanJson, StepJson } from '../json/plans';
import { UserError } from '../text/userError';

/** The maximum number of entries of a list. */
const MAX_ENTRIES = 50;
/** The maximum number of milestones and steps of a plan together, without those that contain them. */
const MAX_TASKS = 100;

/** The input for a page of a result. */
export const CURSOR = {
  type: 'string',
  maxLength: 2000,
  description: 'The nextCursor of the last result, to get the entries after it. Leave it out for the first.',
} as const;

/** What a result says about its page. */
export interface PageEnd {
  /** The number of entries after this page. */
  readonly leftOut: number;
  /** Gets the entries after this page; null at the end. */
  readonly nextCursor: string | null;
}

/** A page of a list. */
export interface Page<T> extends PageEnd {
  readonly kept: readonly T[];
}

/**
 * A page of a list that has one name only while it is unchanged, such as the version of a document. `most` is the number
 * of entries of a page.
 */
export function pageOf<T>(
  entries: readonly T[],
  cursor: string | undefined,
  name: string,
  most: number = MAX_ENTRIES,
): Page<T> {
  const start = startOf(cursor, name);
  return { kept: entries.slice(start, start + most), ...endOf(entries.length, start + most, name) };
}

/** A page of a list whose entries have different names. It goes on after the last one, also if others come and go. */
export function pageAfter<T>(
  entries: readonly T[],
  cursor: string | undefined,
  nameOf: (entry: T) => string,
): Page<T> {
  const last = entries.findIndex((entry) => nameOf(entry) === cursor);
  if (cursor !== undefined && last < 0) throw stale(cursor);
  const kept = entries.slice(last + 1, last + 1 + MAX_ENTRIES);
  const leftOut = entries.length - (last + 1) - kept.length;
  const end = kept.at(-1);
  return { kept, leftOut, nextCursor: leftOut > 0 && end !== undefined ? nameOf(end) : null };
}

/**
 * A page of a plan: the next tasks in the order of the document, and those that contain them. `name` is the version of
 * the document.
 */
export function planPage(plan: PlanJson, cursor: string | undefined, name: string): PlanJson & PageEnd {
  const start = startOf(cursor, name);
  const end = start + MAX_TASKS;
  let at = 0;
  const taken = <T extends MilestoneJson | StepJson>(tasks: readonly T[]): T[] =>
    tasks.flatMap((task) => {
      const isOwn = at >= start && at < end;
      at++;
      const steps = taken(task.steps);
      return isOwn || steps.length > 0 ? [{ ...task, steps }] : [];
    });
  const milestones = taken<MilestoneJson>(plan.milestones);
  return { ...plan, milestones, ...endOf(at, end, name) };
}

function startOf(cursor: string | undefined, name: string): number {
  if (cursor === undefined) return 0;
  const start = cursor.startsWith(`${name}:`) ? cursor.slice(name.length + 1) : '';
  if (!/^\d{1,9}$/.test(start)) throw stale(cursor);
  return Number(start);
}

function endOf(all: number, end: number, name: string): PageEnd {
  const leftOut = Math.max(0, all - end);
  return { leftOut, nextCursor: leftOut > 0 ? `${name}:${end}` : null };
}

function stale(cursor: string): UserError {
  return new UserError(
    'stale-cursor',
    `The cursor "${cursor.slice(0, 100)}" is no longer valid: the list has changed since. Call the tool again without "cursor".`,
  );
}
