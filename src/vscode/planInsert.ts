/** New rows, inserted into the document as tab stops for their author to name. */

import * as vscode from 'vscode';
import type { Analysis } from '../core/analysis';
import { UserError } from '../core/errors';
import { type Insertion, isRefused, type Refusal } from '../core/plan/change';
import type { Analyses } from './analyses';
import { toSnippet } from './convert';
import { baseName } from './paths';
import { showLine } from './planTarget';

/** As often as an edit is tried that typing has made stale. */
const ATTEMPTS = 5;

/**
 * Shows the document as text and inserts what `work` answers. It is worked out and sent off in one turn: the editor
 * refuses what comes too late for the text that it was made for, and it is made anew. `work` answers nothing where what
 * it looks for is gone.
 */
export async function insertStub(
  analyses: Analyses,
  uri: vscode.Uri,
  work: (analysis: Analysis) => Insertion | Refusal | undefined,
): Promise<void> {
  const editor = await showLine(await vscode.workspace.openTextDocument(uri));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const analysis = analyses.of(editor.document);
    const insertion = analysis && work(analysis);
    if (!insertion) {
      const message = vscode.l10n.t('{0} has changed. Try again.', baseName(uri));
      throw new UserError('stale-step', message);
    }
    if (isRefused(insertion)) throw new UserError('plan-refused', insertion.refused);
    const { line, character } = insertion.position;
    const place = new vscode.Position(line, character);
    // VS Code would indent the lines anew, after the line that they follow.
    const inserted = await editor.insertSnippet(toSnippet(insertion), place, {
      undoStopBefore: true,
      undoStopAfter: true,
      keepWhitespace: true,
    });
    if (inserted) return;
  }
  throw new UserError('plan-failed', vscode.l10n.t('VS Code could not change {0}.', baseName(uri)));
}
