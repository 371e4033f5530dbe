/** Shows lines of a plan in the editor. */

import * as vscode from 'vscode';
import { shownResource } from '../documents/tabs';
import { showLine } from './target';

/** Options for showing a line. */
export interface RevealOptions {
  /** True to keep the focus, and to open no text editor if a custom editor already shows the document. */
  readonly preserveFocus: boolean;
}

/** Shows a line, counted from 0, and scrolls only if it is not visible. */
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

/** True if a custom editor shows the document, such as a WYSIWYG editor. */
function isRendered(key: string): boolean {
  return vscode.window.tabGroups.all.some(
    ({ activeTab }) =>
      activeTab?.input instanceof vscode.TabInputCustom && shownResource(activeTab)?.toString() === key,
  );
}
