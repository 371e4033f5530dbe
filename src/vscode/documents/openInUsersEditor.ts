import * as vscode from 'vscode';

/** Shows a file in the editor that the user has chosen for such files, which may not be a text editor. Keeps it open. */
export async function openInUsersEditor(
  uri: vscode.Uri,
  options: vscode.TextDocumentShowOptions = {},
): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false, ...options });
  return vscode.workspace.openTextDocument(uri);
}
