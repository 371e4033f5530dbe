/** Ticking a step of a document that may be edited, closed or changed on disk at the same time. */

import * as vscode from 'vscode';
import { UserError } from '../core/errors';

import { findRow, type PlanRow, planRows, type RowReference } from '../core/plan/rows';
import { tickEdits } from '../core/plan/tick';
import type { Analyses } from './analyses';
import type { EditQueue } from './edits';
import { baseName } from './paths';

/** A row of a document's plan, and whether it is to be ticked or unticked; without that it is turned over. */
export interface Tick {
  readonly uri: vscode.Uri;
  readonly row: RowReference;
  readonly done?: boolean;
}

/** True if the row has a box that can be ticked; other marks than a blank and an x keep what they say. */
export function isTickable({ mark }: Pick<PlanRow, 'mark'>): boolean {
  return mark !== undefined && /^[\sxX]$/.test(mark);
}

/** Ticks or unticks one box, and that box only. Where it cannot, it says why. */
export async function tick(analyses: Analyses, edits: EditQueue, { uri, row, done }: Tick): Promise<void> {
  const name = baseName(uri);
  await refuseReadOnly(uri, name);
  const outcome = await edits.change(uri, (document) => {
    const analysis = analyses.of(document);
    const target = analysis && findRow(planRows(analysis.plan), row);
    if (analysis === undefined || target === undefined) return undefined;
    // Asked of the text as it is now: a key pressed twice in a row must end where it began.
    const wanted = done ?? !/^[xX]$/.test(target.mark ?? '');
    return tickEdits(analysis.document, target.line, wanted);
  });
  if (outcome === 'stale') {
    const message = vscode.l10n.t('"{0}" is no longer where it was in {1}. Try again.', row.title, name);
    throw new UserError('stale-step', message);
  }
  if (outcome === 'failed') {
    throw new UserError('tick-failed', vscode.l10n.t('VS Code could not change or save {0}.', name));
  }
}

async function refuseReadOnly(uri: vscode.Uri, name: string): Promise<void> {
  if (uri.scheme === 'untitled') return;
  const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
  const writable = vscode.workspace.fs.isWritableFileSystem(uri.scheme) ?? true;
  if (writable && (permissions & vscode.FilePermission.Readonly) === 0) return;
  throw new UserError('read-only', vscode.l10n.t('{0} is read-only, so its steps cannot be ticked.', name));
}
