/** A plan as rows of a tree: what each says, and names for rows that outlive edits. */

import type { Goal } from '../plan/move';
import type { Milestone, Plan, Step } from '../plan/plan';

/** One row: a milestone or a step. */
export interface PlanRow {
  /** The titles from the milestone down to this row, and which of the rows with these titles it is. */
  readonly id: string;
  /** How many rows of the plan have these titles. */
  readonly twins: number;
  readonly title: string;
  readonly line: number;
  readonly done: boolean;
  /** What stands in the box; a milestone that is a heading has none. */
  readonly mark?: string;
  /** Set for milestones. */
  readonly progress?: Pick<Milestone, 'state' | 'done' | 'total'>;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly count: number;
  readonly rows: readonly PlanRow[];
}

/** What names a row of a plan that may have been edited since. */
export type RowReference = Pick<PlanRow, 'id' | 'twins' | 'title' | 'line'>;

/** The rows of a plan, milestones outermost. */
export function planRows(plan: Plan): PlanRow[] {
  const twins = new Map<string, number>();
  for (const milestone of plan.milestones) countTitles(milestone, '', twins);
  const seen = new Map<string, number>();
  return plan.milestones.map((milestone, index) => {
    const { state, done, total } = milestone;
    const row = makeRow(milestone, '', index, plan.milestones.length, { twins, seen });
    return { ...row, done: state === 'done', progress: { state, done, total } };
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
  const { title, line, mark, steps } = item;
  return {
    id: `${titles}${ordinal}`,
    twins: tallies.twins.get(titles) ?? 1,
    title,
    line,
    done: 'depth' in item && item.done,
    ...(mark !== undefined && { mark }),
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

/** No title holds a line break, so that different chains never make the same text. */
function titlesOf(item: Milestone | Step, above: string): string {
  return `${above}${item.title}\n`;
}

/** Every row, parents before their children. */
export function* walkRows(rows: readonly PlanRow[]): Generator<PlanRow> {
  for (const row of rows) {
    yield row;
    yield* walkRows(row.rows);
  }
}

/**
 * The row that a reference means in the plan as it is now, or undefined if that cannot be told: the row of
 * the same titles as long as none of its twins came or went, else the row that kept line and title while a
 * title above it changed.
 */
export function findRow(
  rows: readonly PlanRow[],
  { id, twins, title, line }: RowReference,
): PlanRow | undefined {
  const all = [...walkRows(rows)];
  const same = all.find((row) => row.id === id);
  if (same) return same.twins === twins ? same : undefined;
  return all.find((row) => row.line === line && row.title === title && row.twins === 1);
}

/** The rows without those that are done; a done row stays while something under it is open. */
export function withoutDone(rows: readonly PlanRow[]): PlanRow[] {
  return rows.flatMap((row) => {
    const open = withoutDone(row.rows);
    return row.done && open.length === 0 ? [] : [{ ...row, rows: open }];
  });
}

/** The row that a row is directly under, or undefined for a milestone. */
export function rowAround(rows: readonly PlanRow[], line: number): PlanRow | undefined {
  return [...walkRows(rows)].find((row) => row.rows.some((below) => below.line === line));
}

/** Where a row is: its place among its siblings, from 0, after the places of the rows that it is under. */
function pathTo(rows: readonly PlanRow[], line: number): number[] | undefined {
  for (const [at, row] of rows.entries()) {
    if (row.line === line) return [at];
    const below = pathTo(row.rows, line);
    if (below) return [at, ...below];
  }
  return undefined;
}

/** The row at a place. */
export function rowAt(rows: readonly PlanRow[], path: readonly number[]): PlanRow | undefined {
  const [at = -1, ...rest] = path;
  const row = rows[at];
  return row && rest.length > 0 ? rowAt(row.rows, rest) : row;
}

/** Where the row on a line is after it has moved. */
export function pathAfterMove(rows: readonly PlanRow[], line: number, { line: onto, place }: Goal): number[] {
  const from = pathTo(rows, line) ?? [];
  const beside = pathTo(rows, onto) ?? [];
  const last = beside.at(-1) ?? 0;
  const inside = [...beside, rowAt(rows, beside)?.rows.length ?? 0];
  const to = place === 'inside' ? inside : [...beside.slice(0, -1), place === 'after' ? last + 1 : last];
  // Taken out of its place, a row lets those after it move up, and with them whatever is under them.
  const depth = from.length - 1;
  const sameParent = from.slice(0, -1).every((at, level) => to[level] === at);
  const moved = (to[depth] ?? -1) > (from[depth] ?? 0);
  return sameParent && moved ? to.map((at, level) => (level === depth ? at - 1 : at)) : to;
}
