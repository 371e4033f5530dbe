/** Paths as the core wants them: relative to their workspace folder, with `/`. */

import * as vscode from 'vscode';

/** A document's path in its workspace folder; its whole path where it lies in none. */
export function pathInWorkspace(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder === undefined ? uri.path : (pathInside(folder.uri, uri) ?? uri.path);
}

/** The path from `folder` down to `uri`, empty if they are the same, or undefined if it is not inside. */
export function pathInside(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return undefined;
  const from = folder.path.replace(/\/$/, '');
  if (uri.path.replace(/\/$/, '') === from) return '';
  return uri.path.startsWith(`${from}/`) ? uri.path.slice(from.length + 1) : undefined;
}

/** The place that a relative path names, or undefined if it climbs out of the folder. */
export function resolveInside(folder: vscode.Uri, path: string): vscode.Uri | undefined {
  const uri = vscode.Uri.joinPath(folder, path.replaceAll('\\', '/'));
  return pathInside(folder, uri) === undefined ? undefined : uri;
}

/** The last part of a path. */
export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
