/** The document paths that tools use: relative to the workspace, and always inside it. */

import * as vscode from 'vscode';
import { UserError } from '../../core/text/userError';
import { resolveInside } from './paths';
import { placeKind } from './savedFile';

/** The path of a document. In a workspace with several folders, it starts with the folder's name. */
export function shownPath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** The path of a template's file, which is given relative to the workspace folder of a document. */
export function shownTemplatePath(document: vscode.Uri, path: string | null): string | null {
  const folder = vscode.workspace.getWorkspaceFolder(document);
  return folder && path !== null ? shownPath(vscode.Uri.joinPath(folder.uri, path)) : path;
}

/** The URI of the document at a path. Throws a `UserError` if there is none, or if it is outside of the workspace. */
export async function locate(path: string): Promise<vscode.Uri> {
  const places = placesOf(path);
  const uris = places.flatMap(({ folder, rest }) => {
    const uri = path.includes('\0') ? undefined : resolveInside(folder.uri, rest);
    return uri ? [{ folder, uri }] : [];
  });
  if (places.length > 0 && uris.length === 0) throw outside(path);
  if (!uris.some(({ uri }) => /\.(?:md|markdown)$/i.test(uri.path))) throw missing(path);
  const found = await Promise.all(
    uris.map(async ({ folder, uri }) => ({ uri, kind: await placeKind(folder.uri, uri) })),
  );
  const [only, ...others] = found.filter(({ kind }) => kind !== 'missing');
  if (!only) throw missing(path);
  if (others.length > 0) throw ambiguous(path);
  if (only.kind === 'linked') throw outside(path);
  return only.uri;
}

/** The workspace folders that a path may start in, and the path in each: two folders may have the same name. */
function placesOf(path: string): { readonly folder: vscode.WorkspaceFolder; readonly rest: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [first, ...others] = folders;
  if (!first)
    throw new UserError('no-folder', vscode.l10n.t('No folder is open, so there are no design docs.'));
  if (others.length === 0) return [{ folder: first, rest: path }];
  return folders
    .filter(({ name }) => path.startsWith(`${name}/`))
    .map((folder) => ({ folder, rest: path.slice(folder.name.length + 1) }));
}

function ambiguous(path: string): UserError {
  const message = vscode.l10n.t(
    'Two workspace folders have a document "{0}". Give one of the folders another name in the workspace file.',
    path,
  );
  return new UserError('ambiguous-path', message);
}

function missing(path: string): UserError {
  const message = vscode.l10n.t(
    'There is no document "{0}". list_docs gives the paths of all design docs.',
    path,
  );
  return new UserError('no-such-document', message);
}

function outside(path: string): UserError {
  const message = vscode.l10n.t('"{0}" leads out of the workspace, where nothing is read or written.', path);
  return new UserError('outside', message);
}
