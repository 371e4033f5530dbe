/** A list from which the user picks one item. */

import * as vscode from 'vscode';

/**
 * Lets the user pick one item. Returns undefined if the user cancels. Beside an editor without a text cursor the list stays
 * open until it is answered: a rendered editor takes the focus back late, which would close the list.
 */
export function pickItem<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions,
): Thenable<T | undefined> {
  const ignoreFocusOut = vscode.window.activeTextEditor === undefined;
  return vscode.window.showQuickPick(items, { ignoreFocusOut, ...options });
}
