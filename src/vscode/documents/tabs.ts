/** The resources in tabs. */

import * as vscode from 'vscode';

/** The resource that a tab shows as text, as the new side of a diff, or in a custom editor; undefined for others. */
export function shownResource(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}

/** True if any tab shows the resource. */
export function isShown(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some((tab) => shownResource(tab)?.toString() === wanted);
}

/** The rendered view of VS Code: a custom editor in which nothing can be edited. */
const READ_ONLY = 'vscode.markdown.preview.editor';

/**
 * True if the document is edited in an editor other than a text editor, such as VS Code's Markdown Editor: a custom editor
 * in front shows it, and no text editor does.
 */
export function isEditedRendered(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  const isText = vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === wanted);
  return (
    !isText &&
    vscode.window.tabGroups.all.some(({ activeTab }) => {
      const input = activeTab?.input;
      return (
        input instanceof vscode.TabInputCustom &&
        input.viewType !== READ_ONLY &&
        input.uri.toString() === wanted
      );
    })
  );
}
