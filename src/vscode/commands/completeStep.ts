import * as vscode from 'vscode';
import type { PlanRow } from '../../core/features/planRows';
import { planRows, walkRows } from '../../core/features/planRows';
import { isRefused } from '../../core/plan/change';
import { toggleTasks } from '../../core/plan/places';
import { UserError } from '../../core/text/userError';
import { offerCompletion } from '../plan/completeParents';
import { changePlan } from '../plan/edits';
import type { Command } from './command';

/** Ticks the steps at all cursors of the active editor as one edit, or unticks them if all are done. */
export const completeStep: Command = async ({ analyses, edits, templates }) => {
  await templates.loaded();
  const editor = vscode.window.activeTextEditor;
  const document = editor?.document;
  if (!document || !analyses.of(document)) {
    throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
  }
  let toggled: readonly PlanRow[] = [];
  await changePlan(analyses, edits, document.uri, (analysis) => {
    const change = toggleTasks(analysis, editor.selections.flatMap(linesOf));
    if (isRefused(change)) return change;
    const rows = [...walkRows(planRows(analysis.plan))];
    toggled = rows.filter(({ line }) => change.lines.includes(line));
    return change;
  });
  await offerCompletion(analyses, edits, document.uri, toggled);
};

function linesOf({ start, end }: vscode.Selection): number[] {
  // A selection that ends at the start of a line does not include that line.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return Array.from({ length: last - start.line + 1 }, (_, index) => start.line + index);
}
