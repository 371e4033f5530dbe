/** A plan as the rows of a tree, with ids that stay valid across edits. */

import type { Milestone, Plan } from '../plan/plan';
import type { Step } from '../plan/tasks';
import { isDone, isOtherMark } from '../plan/unfinished';
import type { Goal } from '../planEdits/move';

/** The row of a milestone or step. */
export interface PlanRow {
  /** The titles from the milestone down to this row, and the index among the rows with the same titles. */
  readonly id: string;
  /** The number of rows with the same titles. */
  readonly twins: number;
  readonly title: string;
  readonly line: number;
  /** True if its box is ticked, or if it is a heading whose steps are all done. */
  readonly done: boolean;
  /** The character in the box; undefined for a milestone that is a heading. */
  readonly mark?: string;
  /** True if the mark means that the task is under way or queued. */
  readonly underWay?: true;
  /** True if it may be left out. */
  readonly optional?: true;
  /** Defined for milestones only. */
  readonly progress?: Pick<Milestone, 'state' | 'done' | 'total'>;
  /** The position among its siblings, from 1. */
  readonly position: number;
  /** The number of siblings, including this row. */
  readonly count: number;
  readonly rows: readonly PlanRow[];
}

/** True if the row has a box that is open or ticked. A box with a mark of another meaning is never changed. */
export function isTickable(row: Pick<PlanRow, 'mark' | 'underWay'>): boolean {
  return row.mark !== undefined && !isOtherMark(row);
}

/** Identifies a row of a plan that may have been edited since. */
export type RowReference = Pick<PlanRow, 'id' | 'twins' | 'title' | 'line'>;

/** The rows of a plan's milestones, with their steps as children. */
export function planRows(plan: Plan): PlanRow[] {
  const twins = new Map<string, number>();
  for (const milestone of plan.milestones) countTitles(milestone, '', twins);
  const seen = new Map<string, number>();
  return plan.milestones.map((milestone, index) => {
    const { mark, state, done, total } = milestone;
    const row = makeRow(milestone, '', index, plan.milestones.length, { twins, seen });
    const isTicked = mark === undefined ? state === 'done' : isDone(milestone);
    return { ...row, done: isTicked, progress: { state, done, total } };
  });
}

interface Tallies {
  readonly twins: ReadonlyMap<string, number>;
  readonly seen: Map<string, number>;
}

function makeRow(
  item: Milestone | Step,
  above: string,
  index: number,
  count: number,
  tallies: Tallies,
): PlanRow {
  const titles = titlesOf(item, above);
  const ordinal = tallies.seen.get(titles) ?? 0;
  tallies.seen.set(titles, ordinal + 1);
  const { title, line, mark, underWay, optional, steps } = item;
  return {
    id: `${titles}${ordinal}`,
    twins: tallies.twins.get(titles) ?? 1,
    title,
    line,
    done: item.done === true,
    ...(mark !== undefined && { mark }),
    ...(underWay && { underWay }),
    ...(optional && { optional }),
    position: index + 1,
    count,
    rows: steps.map((step, at) => makeRow(step, titles, at, steps.length, tallies)),
  };
}

function countTitles(item: Milestone | Step, above: string, twins: Map<string, number>): void {
  const titles = titlesOf(item, above);
  twins.set(titles, (twins.get(titles) ?? 0) + 1);
  for (const step of item.steps) countTitles(step, titles, twins);
}

/** The titles from the milestone down to an item, joined by line breaks, which no title contains. */
function titlesOf(item: Milestone | Step, above: string): string {
  return `${above}${item.title}\n`;
}

/** All rows, parents before their children. */
export function* walkRows(rows: readonly PlanRow[]): Generator<PlanRow> {
  for (const row of rows) {
    yield row;
    yield* walkRows(row.rows);
  }
}

/**
 * The row that a reference identifies in the current plan: the one with the same id if its number of twins is
 * unchanged, else the one with the same line and title, whose ancestors were renamed. Undefined if it is ambiguous.
 */
export function findRow(
  rows: readonly PlanRow[],
  { id, twins, title, line }: RowReference,
): PlanRow | undefined {
  let moved: PlanRow | undefined;
  for (const row of walkRows(rows)) {
    if (row.id === id) return row.twins === twins ? row : undefined;
    if (row.line === line && row.title === title && row.twins === 1) moved = row;
  }
  return moved;
}

/** The rows without done ones. A done row stays if a row under it is open. */
export function withoutDone(rows: readonly PlanRow[]): PlanRow[] {
  return rows.flatMap((row) => {
    const open = withoutDone(row.rows);
    return row.done && open.length === 0 ? [] : [{ ...row, rows: open }];
  });
}

/** The parent of the row on a line; undefined for a milestone. */
export function rowAround(rows: readonly PlanRow[], line: number): PlanRow | undefined {
  for (const row of walkRows(rows)) {
    if (row.rows.some((below) => below.line === line)) return row;
  }
  return undefined;
}

/** The path to the row on a line: the index among siblings at each depth, from 0. */
function pathTo(rows: readonly PlanRow[], line: number): number[] | undefined {
  for (const [at, row] of rows.entries()) {
    if (row.line === line) return [at];
    const below = pathTo(row.rows, line);
    if (below) return [at, ...below];
  }
  return undefined;
}

/** The row at a path. */
export function rowAt(rows: readonly PlanRow[], path: readonly number[]): PlanRow | undefined {
  const [at = -1, ...rest] = path;
  const row = rows[at];
  return row && rest.length > 0 ? rowAt(row.rows, rest) : row;
}

/** The path to the row on a line after it moves to a goal. */
export function pathAfterMove(rows: readonly PlanRow[], line: number, { line: onto, place }: Goal): number[] {
  const from = pathTo(rows, line) ?? [];
  const beside = pathTo(rows, onto) ?? [];
  const last = beside.at(-1) ?? 0;
  const inside = [...beside, rowAt(rows, beside)?.rows.length ?? 0];
  const to = place === 'inside' ? inside : [...beside.slice(0, -1), place === 'after' ? last + 1 : last];
  // Removing the row shifts the following siblings, and the target if it is among them or under them.
  const depth = from.length - 1;
  const sameParent = from.slice(0, -1).every((at, level) => to[level] === at);
  const moved = (to[depth] ?? -1) > (from[depth] ?? 0);
  return sameParent && moved ? to.map((at, level) => (level === depth ? at - 1 : at)) : to;
}
