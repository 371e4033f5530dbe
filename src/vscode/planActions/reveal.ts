/** Showing the lines of a plan in the editor. */

import * as vscode from 'vscode';
import { shownResource } from '../documents/tabs';
import { showLine } from './target';

/** How a line is shown. */
export interface RevealOptions {
  /** True for a mere look: the focus stays where it is, and nothing is opened beside an editor with the document. */
  readonly preserveFocus: boolean;
}

/** Shows a line, and scrolls only if it is out of sight. */
export async function revealLine(
  uri: vscode.Uri,
  line: number,
  { preserveFocus }: RevealOptions,
): Promise<void> {
  const key = uri.toString();
  const visible = vscode.window.visibleTextEditors.find(
    ({ document, viewColumn }) => viewColumn !== undefined && document.uri.toString() === key,
  );
  const document = visible?.document ?? (await vscode.workspace.openTextDocument(uri));
  const shown = Math.min(line, document.lineCount - 1);
  if (!preserveFocus) {
    await showLine(document, shown);
    return;
  }
  if (!visible && isRendered(key)) return;
  const editor = visible ?? (await vscode.window.showTextDocument(document, { preserveFocus }));
  const place = new vscode.Position(shown, document.lineAt(shown).firstNonWhitespaceCharacterIndex);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** True if an editor that is no text editor shows the document, such as the WYSIWYG one. */
function isRendered(key: string): boolean {
  return vscode.window.tabGroups.all.some(
    ({ activeTab }) =>
      activeTab?.input instanceof vscode.TabInputCustom && shownResource(activeTab)?.toString() === key,
  );
}
