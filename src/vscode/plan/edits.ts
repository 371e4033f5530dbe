/** Changes to a plan, in a document that may be edited, closed or changed on disk concurrently. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { PlanRow, RowReference } from '../../core/features/planRows';
import { findRow, planRows } from '../../core/features/planRows';
import type { Edits, Refusal } from '../../core/plan/change';
import { isRefused } from '../../core/plan/change';
import { isDone } from '../../core/plan/unfinished';
import { tickEdits } from '../../core/planEdits/tick';
import type { Text } from '../../core/text/message';
import { UserError } from '../../core/text/userError';
import type { EditQueue } from '../documents/editQueue';
import { textEditorOf } from '../documents/editQueue';
import { baseName } from '../documents/paths';
import type { Analyses } from '../model/analyses';

/** A row to tick or untick; without `done`, it is toggled. */
export interface Tick {
  readonly uri: vscode.Uri;
  readonly row: RowReference;
  readonly done?: boolean;
}

type Work = (analysis: Analysis, row: PlanRow) => Edits | Refusal;

/** Ticks or unticks exactly one box. Throws a `UserError` if it cannot. */
export async function tickRow(analyses: Analyses, edits: EditQueue, { uri, row, done }: Tick): Promise<void> {
  await changeRow(analyses, edits, { uri, row }, ({ document, plan }, target) => {
    const { line, title } = target;
    // Toggles the state in the current text, so that pressing a key twice restores the initial state.
    const boxEdits = tickEdits(document, line, done ?? !isDone(target), plan.format);
    return boxEdits ? { edits: boxEdits } : { refused: vscode.l10n.t('"{0}" has no box to tick.', title) };
  });
}

/**
 * Computes a change of a row on the current text and applies it as one edit. Throws a `UserError` if the row no longer
 * exists, the change is refused, or the document cannot be written.
 */
export async function changeRow(
  analyses: Analyses,
  edits: EditQueue,
  { uri, row }: { readonly uri: vscode.Uri; readonly row: RowReference },
  work: Work,
): Promise<void> {
  await changePlan(analyses, edits, uri, (analysis) => {
    const target = findRow(planRows(analysis.plan), row);
    return target && work(analysis, target);
  });
}

/** Like `changeRow`, for the whole plan. `work` returns undefined if the row that it looks for no longer exists. */
export async function changePlan(
  analyses: Analyses,
  edits: EditQueue,
  uri: vscode.Uri,
  work: (analysis: Analysis) => Edits | Refusal | undefined,
): Promise<void> {
  const name = baseName(uri);
  // An editor rejects edits of read-only files itself, which saves a round trip to the window before each tick.
  if (!textEditorOf(uri)) await refuseReadOnly(uri, name);
  let refusal: Text | undefined;
  let announced: vscode.TextDocument | undefined;
  const outcome = await edits
    .change(uri, (document) => {
      const analysis = analyses.of(document);
      const change = analysis && work(analysis);
      refusal = change && isRefused(change) ? change.refused : undefined;
      if (!change || isRefused(change)) return change && [];
      announced = document;
      analyses.expect(document, change.edits);
      return change.edits;
    })
    .finally(() => announced && analyses.expect(announced, []));
  if (refusal !== undefined) throw new UserError('plan-refused', refusal);
  if (outcome === 'stale') {
    const message = vscode.l10n.t(
      '{0} has changed, and the step is no longer where it was. Try again.',
      name,
    );
    throw new UserError('stale-step', message);
  }
  if (outcome === 'failed') {
    await refuseReadOnly(uri, name);
    throw new UserError('plan-failed', vscode.l10n.t('VS Code could not change or save {0}.', name));
  }
}

async function refuseReadOnly(uri: vscode.Uri, name: string): Promise<void> {
  if (uri.scheme === 'untitled') return;
  const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
  const writable = vscode.workspace.fs.isWritableFileSystem(uri.scheme) ?? true;
  if (writable && (permissions & vscode.FilePermission.Readonly) === 0) return;
  throw new UserError('read-only', vscode.l10n.t('{0} is read-only, so its plan cannot be changed.', name));
}
