/** The workspace folder of a new file. */

import * as vscode from 'vscode';
import { UserError } from '../../core/text/userError';

/**
 * The only workspace folder, or the one that the user picks; that of the active file comes first. Throws a `UserError` if
 * no folder is open.
 */
export async function askWorkspaceFolder(
  active: vscode.Uri | undefined,
): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [first, ...others] = folders;
  if (first === undefined) {
    const message = vscode.l10n.t('A design doc needs a workspace folder. Open one and try again.');
    throw new UserError('no-folder', message);
  }
  if (others.length === 0) return first;
  const current = active && vscode.workspace.getWorkspaceFolder(active);
  const items = [...folders]
    .sort((a, b) => Number(b === current) - Number(a === current))
    .map((folder) => ({
      label: folder.name,
      description: folder.uri.path,
      iconPath: new vscode.ThemeIcon('folder'),
      folder,
    }));
  const placeHolder = vscode.l10n.t('In which folder of the workspace?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder, ignoreFocusOut: true });
  return picked?.folder;
}
