/** Inserts new rows into a document, with their titles as tab stops. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Insertion, Refusal } from '../../core/plan/change';
import { isRefused } from '../../core/plan/change';
import { UserError } from '../../core/text/userError';
import { insertStops } from '../documents/editQueue';
import { baseName } from '../documents/paths';
import type { Analyses } from '../model/analyses';
import { showLine } from './target';

/**
 * Shows the document in a text editor and inserts the result of `work` on the current text. `work` returns undefined if
 * the row that it looks for no longer exists. Throws a `UserError` on failure.
 */
export async function insertStub(
  analyses: Analyses,
  uri: vscode.Uri,
  work: (analysis: Analysis) => Insertion | Refusal | undefined,
): Promise<void> {
  const editor = await showLine(await vscode.workspace.openTextDocument(uri));
  const inserted = await insertStops(editor, () => {
    const analysis = analyses.of(editor.document);
    const insertion = analysis && work(analysis);
    if (!insertion) {
      const message = vscode.l10n.t('{0} has changed. Try again.', baseName(uri));
      throw new UserError('stale-step', message);
    }
    if (isRefused(insertion)) throw new UserError('plan-refused', insertion.refused);
    return insertion;
  });
  if (inserted) return;
  throw new UserError('plan-failed', vscode.l10n.t('VS Code could not change {0}.', baseName(uri)));
}
