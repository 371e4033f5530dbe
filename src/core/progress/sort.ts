/** The order of the rows in a table of design docs. */

import { STAGES } from '../listing/arrange';
import type { ProgressRow } from './rows';

/** The columns of the table, from left to right. */
export const COLUMNS = ['title', 'stage', 'status', 'progress', 'warnings', 'next'] as const;
export type Column = (typeof COLUMNS)[number];

/** How a table is sorted. */
export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

const collator = new Intl.Collator('en', { numeric: true });

/** The rows in order. Rows that have nothing in the column come last in either direction; equal rows keep their order. */
export function sortRows<T extends ProgressRow>(rows: readonly T[], { column, descending }: Sorting): T[] {
  return [...rows].sort((a, b) => {
    const [own, other] = [keyOf(a, column), keyOf(b, column)];
    if (own === undefined || other === undefined)
      return Number(own === undefined) - Number(other === undefined);
    return descending ? compare(other, own) : compare(own, other);
  });
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** What a row is sorted by; undefined if it has nothing in the column. */
function keyOf({ title, stage, status, done, total, warnings, next }: ProgressRow, column: Column) {
  const values = {
    title,
    stage: STAGES.indexOf(stage),
    status: status ?? undefined,
    progress: total > 0 ? done / total : undefined,
    warnings,
    next: next ?? undefined,
  };
  return values[column];
}
