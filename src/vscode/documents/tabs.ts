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
