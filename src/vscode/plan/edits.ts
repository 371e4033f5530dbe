/** Changes to the plan of a document that may be edited, closed or changed on disk at the same time. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { PlanRow, RowReference } from '../../core/features/planRows';
import { findRow, planRows } from '../../core/features/planRows';
import type { Edits, Refusal } from '../../core/plan/change';
import { isRefused } from '../../core/plan/change';
import { tickEdits } from '../../core/plan/tick';
import { UserError } from '../../core/text/userError';
import type { EditQueue } from '../documents/editQueue';
import { textEditorOf } from '../documents/editQueue';
import { baseName } from '../documents/paths';
import type { Analyses } from '../model/analyses';

/** A row and whether it is to be ticked or unticked; without that it is turned over. */
export interface Tick {
  readonly uri: vscode.Uri;
  readonly row: RowReference;
  readonly done?: boolean;
}

type Work = (analysis: Analysis, row: PlanRow) => Edits | Refusal;

/** True if the row has a box that can be ticked; other marks than a blank and an x keep what they say. */
export function isTickable({ mark }: Pick<PlanRow, 'mark'>): boolean {
  return mark !== undefined && /^[\sxX]$/.test(mark);
}

/** Ticks or unticks one box, and that box only. Where it cannot, it says why. */
export async function tickRow(analyses: Analyses, edits: EditQueue, { uri, row, done }: Tick): Promise<void> {
  await changeRow(analyses, edits, { uri, row }, ({ document }, { line, mark, title }) => {
    // Asked of the text as it is now: a key pressed twice in a row must end where it began.
    const own = tickEdits(document, line, done ?? !/^[xX]$/.test(mark ?? ''));
    return own ? { edits: own } : { refused: vscode.l10n.t('"{0}" has no box to tick.', title) };
  });
}

/**
 * Works out a change on the row as it stands in the text at the moment of the change, and applies it as one edit.
 * Throws a `UserError` if the row is gone, the change is refused, or the document cannot be written.
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

/** The same for the plan as a whole. Where `work` answers nothing, what it looks for is gone. */
export async function changePlan(
  analyses: Analyses,
  edits: EditQueue,
  uri: vscode.Uri,
  work: (analysis: Analysis) => Edits | Refusal | undefined,
): Promise<void> {
  const name = baseName(uri);
  // An editor refuses by itself; to ask is a way to the window and back, which a click on a box should not wait for.
  if (!textEditorOf(uri)) await refuseReadOnly(uri, name);
  let refusal: string | undefined;
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
