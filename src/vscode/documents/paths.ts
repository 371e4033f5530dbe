/** Paths for the core: relative to their workspace folder, with `/` as separator. */

import * as vscode from 'vscode';

/** A document's path relative to its workspace folder, or its full path if it is in none. */
export function pathInWorkspace(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder === undefined ? uri.path : (pathInside(folder.uri, uri) ?? uri.path);
}

/** The path of `uri` relative to `folder`: empty if they are equal, undefined if `uri` is outside. */
export function pathInside(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return undefined;
  const from = folder.path.replace(/\/$/, '');
  if (uri.path.replace(/\/$/, '') === from) return '';
  return uri.path.startsWith(`${from}/`) ? uri.path.slice(from.length + 1) : undefined;
}

/** Resolves a relative path in a folder; undefined if it leads out of the folder. */
export function resolveInside(folder: vscode.Uri, path: string): vscode.Uri | undefined {
  const uri = vscode.Uri.joinPath(folder, path.replaceAll('\\', '/'));
  return pathInside(folder, uri) === undefined ? undefined : uri;
}

/** The last segment of a URI's path. */
export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
