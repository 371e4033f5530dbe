import * as vscode from 'vscode';
import { nextPlaceholder as placeholderAfter } from '../../core/features/placeholders';
import { UserError } from '../../core/text/userError';
import { toRange } from '../documents/convert';
import type { Command } from './command';

/** Selects the next open placeholder of the active document, so that typing replaces it. */
export const nextPlaceholder: Command = async ({ active, analyses }) => {
  const { document } = active;
  const analysis = document && analyses.of(document);
  if (!analysis) throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
  const editor = await vscode.window.showTextDocument(document);
  const found = placeholderAfter(analysis, editor.selection.start);
  if (!found) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing is left to write in this design doc.'), 4000);
    return;
  }
  const range = toRange(found);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
};
