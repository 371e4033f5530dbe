/** Gives a document's file another name, and keeps the links to it. */

import * as vscode from 'vscode';
import type { Renumbering } from '../../core/folderIndex/renumber';
import { renumberEdits } from '../../core/folderIndex/renumber';
import { UserError } from '../../core/text/userError';
import { toTextEdit } from '../documents/convert';
import { baseName, pathInside } from '../documents/paths';
import { openAt, savedText } from '../documents/savedFile';
import { inBatches } from '../model/batches';
import { markdownFiles } from '../model/markdownFiles';

/**
 * Renames the file of a document in its folder, and rewrites the links to it in all Markdown files of the workspace
 * folder, as one edit. Throws a `UserError` outside of a workspace folder, or if VS Code cannot do it.
 */
export async function renameDocument(uri: vscode.Uri, name: string): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const path = folder && pathInside(folder.uri, uri);
  if (!folder || path === undefined) {
    throw new UserError('no-document', vscode.l10n.t('Open a design doc in the workspace first.'));
  }
  const edit = await editFor(folder.uri, { path, name });
  edit.renameFile(uri, vscode.Uri.joinPath(uri, '..', name), { overwrite: false });
  if (await vscode.workspace.applyEdit(edit, { isRefactoring: true })) return;
  throw new UserError('not-renamed', vscode.l10n.t('VS Code could not rename {0}.', baseName(uri)));
}

/** The edits of all Markdown files. Open documents come last, and nothing is awaited between them and the result. */
async function editFor(root: vscode.Uri, renumbering: Renumbering): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const paths = await markdownFiles(root);
  const closed = await inBatches(paths, async (path) => {
    const uri = vscode.Uri.joinPath(root, path);
    return openAt(uri) ? [] : renumberEdits(await savedText(uri), path, renumbering);
  });
  paths.forEach((path, at) => {
    const uri = vscode.Uri.joinPath(root, path);
    const open = openAt(uri);
    const edits = open ? renumberEdits(open.getText(), path, renumbering) : (closed[at] ?? []);
    if (edits.length === 0) return;
    edit.set(uri, edits.map(toTextEdit));
  });
  return edit;
}
