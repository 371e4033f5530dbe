import type { PlanRow } from '../../../core/features/planRows';
import { findRow, planRows, rowAround } from '../../../core/features/planRows';
import { newStep } from '../../../core/planEdits/newTask';
import { insertStub } from '../../planActions/insert';
import { rowFor } from '../../planActions/pick';
import type { Command } from '../command';

/** Adds a step under a milestone or a step with substeps, or as a sibling of any other step. */
export const addStep: Command = async (services, argument) => {
  const node = await rowFor(services, argument);
  if (!node) return;
  await insertStub(services, node.uri, (analysis) => {
    const rows = planRows(analysis.plan);
    const row = findRow(rows, node.row);
    return row && newStep(analysis, parentOf(rows, row).line);
  });
};

function parentOf(rows: readonly PlanRow[], row: PlanRow): PlanRow {
  if (row.progress || row.rows.length > 0) return row;
  return rowAround(rows, row.line) ?? row;
}
