import * as vscode from 'vscode';
import { nextPlaceholder as placeholderAfter } from '../../../core/features/placeholders';
import { toRange } from '../../documents/convert';
import { isEditedRendered } from '../../documents/tabs';
import { planTarget } from '../../planActions/target';
import type { Command } from '../command';
import { fillIn } from './fillIn';

/**
 * Selects the next open placeholder of the active design doc, or else of the one in the Plan view, so that typing replaces
 * it. Where the document is edited without its text, asks for what is to be written there.
 */
export const nextPlaceholder: Command = async (services) => {
  const { document, analysis } = await planTarget(services, undefined);
  if (isEditedRendered(document.uri)) return fillIn(services, { uri: document.uri });
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
