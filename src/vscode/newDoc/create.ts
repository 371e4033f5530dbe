/** Writes a new design doc and opens it with its guidance as tab stops. */

import * as vscode from 'vscode';
import { newFileName, oneLineTitle } from '../../core/template/naming';
import type { Scaffold } from '../../core/template/scaffold';
import { scaffold } from '../../core/template/scaffold';
import type { Template } from '../../core/template/template';
import { UserError } from '../../core/text/userError';
import { toSnippet } from '../documents/convert';
import { today } from '../model/today';

/** What is written, and where. */
export interface NewFile {
  readonly folder: vscode.Uri;
  readonly template: Template;
  readonly title: string;
  readonly author: string | undefined;
  /** Write the template's optional sections, too. */
  readonly optional?: boolean | undefined;
}

/** Two documents made at the same time must not get the same number. */
let last: Promise<unknown> = Promise.resolve();

/** Writes the file, complete, then opens it and lets the author type over its guidance. */
export async function createDocument(wanted: NewFile): Promise<void> {
  const file = last.then(() => writeNew(wanted));
  last = file.catch(() => undefined);
  const { uri, written } = await file;
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  // The file is complete already; if its editor is gone by now, only the tab stops are lost.
  const stopped = await editor.insertSnippet(toSnippet(written), whole, options).then(Boolean, () => false);
  if (stopped) await document.save();
}

interface CreatedFile {
  readonly uri: vscode.Uri;
  readonly written: Scaffold;
}

/** Writes the file with the folder's next free number; nothing is overwritten. */
export async function writeNew(wanted: NewFile): Promise<CreatedFile> {
  const { folder, template, title, author, optional } = wanted;
  const path = vscode.workspace.asRelativePath(folder, false);
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    throw new UserError('read-only', vscode.l10n.t('{0} is on a read-only file system.', path));
  }
  const own = oneLineTitle(title);
  if (own === undefined) {
    throw new UserError(
      'bad-title',
      vscode.l10n.t('A title needs a letter or a digit, as "Flood alerts" has.'),
    );
  }
  const draft = vscode.Uri.joinPath(folder, `.design-docs-${Date.now().toString(36)}.tmp`);
  let made: vscode.Uri | undefined;
  try {
    const name = newFileName(own, await namesIn(folder));
    const uri = vscode.Uri.joinPath(folder, name);
    const written = scaffold(template, { title: own, today: today(), author, fileName: name, optional });
    made = await firstMissing(folder);
    await vscode.workspace.fs.createDirectory(folder);
    // Under another name first: a disk that is full in the middle would leave half a document.
    await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(written.text));
    // The number is one that no file has, but nothing is overwritten on the strength of a guess.
    await vscode.workspace.fs.rename(draft, uri, { overwrite: false });
    return { uri, written };
  } catch (error) {
    await removeUnfinished(draft, folder, made);
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      'write-failed',
      vscode.l10n.t('No design doc could be written to {0}: {1}', path, reason),
    );
  }
}

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return [];
    throw error;
  }
}

/** The uppermost folder on the way to this one that is yet to be made; undefined if it is there. */
async function firstMissing(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (await exists(folder)) return undefined;
  const parent = vscode.Uri.joinPath(folder, '..');
  return (parent.path === folder.path ? undefined : await firstMissing(parent)) ?? folder;
}

/** Removes a draft and the folders that were made for it, as far as they are still empty. */
async function removeUnfinished(
  draft: vscode.Uri,
  folder: vscode.Uri,
  made: vscode.Uri | undefined,
): Promise<void> {
  const remove = (uri: vscode.Uri): Thenable<boolean> =>
    vscode.workspace.fs.delete(uri, { recursive: false, useTrash: false }).then(
      () => true,
      () => false,
    );
  await remove(draft);
  for (let at = folder; made && (await remove(at)) && at.path !== made.path; )
    at = vscode.Uri.joinPath(at, '..');
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
