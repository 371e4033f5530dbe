/** New rows, inserted into the document as tab stops for their author to name. */

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
 * Shows the document as text and inserts what `work` answers on the text as it is then. `work` answers nothing where
 * what it looks for is gone.
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
