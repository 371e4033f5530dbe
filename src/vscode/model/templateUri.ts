import * as vscode from 'vscode';
import type { Template } from '../../core/template/template';

/** The file of the template that a document follows. The file of a bundled one has its name. */
export function templateUri(
  extensionUri: vscode.Uri,
  document: vscode.Uri,
  { path, name }: Template,
): vscode.Uri {
  const folder = vscode.workspace.getWorkspaceFolder(document);
  return folder && path !== undefined
    ? vscode.Uri.joinPath(folder.uri, path)
    : vscode.Uri.joinPath(extensionUri, 'media', 'templates', `${name}.md`);
}
