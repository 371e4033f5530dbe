/** Ticks or unticks several tasks of a plan as one edit. */

import type { Uri } from 'vscode';
import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { PlanRow } from '../../core/features/planRows';
import { findRow, planRows, walkRows } from '../../core/features/planRows';
import { isRefused } from '../../core/plan/change';
import { toggleTasks } from '../../core/planEdits/places';
import { UserError } from '../../core/text/userError';
import { offerCompletion } from '../plan/completeParents';
import { changePlan } from '../plan/edits';
import type { PlanNode } from '../plan/nodes';
import type { Services } from '../services/services';

/**
 * Ticks the tasks that contain the lines, or unticks them if all are done, as one edit; then offers what follows.
 * `linesIn` returns undefined if a line is no longer known.
 */
export async function toggleLines(
  { analyses, edits }: Services,
  uri: Uri,
  linesIn: (analysis: Analysis) => readonly number[] | undefined,
): Promise<void> {
  let toggled: readonly PlanRow[] = [];
  await changePlan(analyses, edits, uri, (analysis) => {
    const lines = linesIn(analysis);
    const change = lines && toggleTasks(analysis, lines);
    if (!change || isRefused(change)) return change;
    const rows = [...walkRows(planRows(analysis.plan))];
    toggled = rows.filter(({ line }) => change.lines.includes(line));
    return change;
  });
  await offerCompletion(analyses, edits, uri, toggled);
}

/** Ticks rows of one document, or unticks them if all are done. Throws a `UserError` if one of them is gone. */
export async function toggleRows(services: Services, nodes: readonly PlanNode[]): Promise<void> {
  const [first] = nodes;
  if (!first) return;
  if (nodes.some(({ uri }) => uri.toString() !== first.uri.toString())) {
    throw new UserError('several-documents', vscode.l10n.t('Choose steps of one document.'));
  }
  await toggleLines(services, first.uri, ({ plan }) => {
    const rows = planRows(plan);
    const lines = nodes.flatMap(({ row }) => findRow(rows, row)?.line ?? []);
    return lines.length === nodes.length ? lines : undefined;
  });
}
