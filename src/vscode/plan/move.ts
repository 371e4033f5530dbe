/** Moves rows, each move as one edit. */

import type { Analysis } from '../../core/analysis/analyze';
import type { PlanRow, RowReference } from '../../core/features/planRows';
import { findRow, pathAfterMove, planRows } from '../../core/features/planRows';
import type { Refusal } from '../../core/plan/change';
import { isRefused } from '../../core/plan/change';
import type { Goal } from '../../core/planEdits/move';
import { moveTask } from '../../core/planEdits/move';
import type { EditQueue } from '../documents/editQueue';
import type { Analyses } from '../model/analyses';
import { changeRow } from './edits';
import type { PlanNode } from './nodes';

/** Computes the destination of a row in the current plan: undefined if the row stays, a refusal if it cannot go there. */
export type Aim = (
  analysis: Analysis,
  row: PlanRow,
  find: (row: RowReference) => PlanRow | undefined,
) => Goal | Refusal | undefined;

/** Moves a row and returns its new path in the tree; undefined if it stayed. Throws a `UserError` on failure. */
export async function move(
  analyses: Analyses,
  edits: EditQueue,
  node: PlanNode,
  aim: Aim,
): Promise<readonly number[] | undefined> {
  let path: readonly number[] | undefined;
  await changeRow(analyses, edits, node, (analysis, row) => {
    const rows = planRows(analysis.plan);
    const goal = aim(analysis, row, (reference) => findRow(rows, reference));
    if (!goal) return { edits: [] };
    if (isRefused(goal)) return goal;
    path = pathAfterMove(rows, row.line, goal);
    return moveTask(analysis, row.line, goal);
  });
  return path;
}
