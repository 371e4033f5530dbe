/** Writes a new design doc and opens it with its placeholders as tab stops. */

import * as vscode from 'vscode';
import { maxTextLength } from '../../core/config/scope';
import { isRecordOf, possibleRecords } from '../../core/discovery/records';
import { nameTemplate } from '../../core/template/nameTemplate';
import { newFileName, oneLineTitle } from '../../core/template/naming';
import type { Scaffold } from '../../core/template/scaffold';
import { scaffold } from '../../core/template/scaffold';
import type { Template } from '../../core/template/template';
import { UserError } from '../../core/text/userError';
import { toSnippet } from '../documents/convert';
import { placeKind, savedState, savedText } from '../documents/savedFile';
import type { Host } from '../model/host';
import { today } from '../model/today';

/** A document to write: its template, values and folder. */
export interface NewFile {
  readonly folder: vscode.Uri;
  readonly template: Template;
  /** The templates among which one is selected for the document. */
  readonly available: readonly Template[];
  readonly title: string;
  readonly author: string | undefined;
  readonly host: Host;
  /** True to include the template's optional sections. */
  readonly optional?: boolean | undefined;
}

/** The last write. Writes run one after the other, so that two new documents cannot get the same number. */
let lastWrite: Promise<unknown> = Promise.resolve();

/**
 * Writes the complete file, opens it, turns its placeholders into tab stops, and returns its URI. Throws a `UserError` on
 * failure.
 */
export async function createDocument(wanted: NewFile): Promise<vscode.Uri> {
  const file = lastWrite.then(() => writeNew(wanted));
  lastWrite = file.catch(() => undefined);
  const { uri, written } = await file;
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  // The file is already complete: if its editor was closed, only the tab stops are lost.
  const inserted = await editor.insertSnippet(toSnippet(written), whole, options).then(Boolean, () => false);
  if (inserted) await document.save();
  return uri;
}

interface CreatedFile {
  readonly uri: vscode.Uri;
  readonly written: Scaffold;
}

/**
 * Writes the file with the next number that is free in the folder and on all branches. Never overwrites a file; throws a
 * `UserError` on failure.
 */
export async function writeNew(wanted: NewFile): Promise<CreatedFile> {
  const { folder, template, available, title, author, host, optional } = wanted;
  const path = vscode.workspace.asRelativePath(folder, false);
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    throw new UserError('read-only', vscode.l10n.t('{0} is on a read-only file system.', path));
  }
  const cleanTitle = oneLineTitle(title);
  if (cleanTitle === undefined) {
    throw new UserError(
      'bad-title',
      vscode.l10n.t('A title needs a letter or a digit, for example "Flood alerts".'),
    );
  }
  const draft = vscode.Uri.joinPath(folder, `.design-docs-${Date.now().toString(36)}.tmp`);
  let firstCreated: vscode.Uri | undefined;
  try {
    const names = await namesIn(folder);
    const name = newFileName(cleanTitle, [...names, ...(await namesOnBranches(host, folder))]);
    const like = await newestRecord(wanted, names);
    const uri = vscode.Uri.joinPath(folder, name);
    const values = { title: cleanTitle, today: today(), author, fileName: name, optional, like };
    const written = nameTemplate(scaffold(template, values), template, available);
    firstCreated = await firstMissing(folder);
    await vscode.workspace.fs.createDirectory(folder);
    // Write to a temporary file first: a disk that runs full must not leave half a document.
    await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(written.text));
    // The number was free when the folder was listed; another program may have used it since.
    await vscode.workspace.fs.rename(draft, uri, { overwrite: false });
    return { uri, written };
  } catch (error) {
    await removeUnfinished(draft, folder, firstCreated);
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      'write-failed',
      vscode.l10n.t('No design doc could be written to {0}: {1}', path, reason),
    );
  }
}

/** The text of the last record in the folder that follows a bundled template. */
async function newestRecord(
  { folder, template, available }: NewFile,
  names: readonly string[],
): Promise<string | undefined> {
  for (const name of possibleRecords(names, template)) {
    const uri = vscode.Uri.joinPath(folder, name);
    const state = await savedState(uri);
    const isReadable = state !== undefined && state.size <= maxTextLength;
    if (!isReadable || (await placeKind(folder, uri)) !== 'inside') continue;
    const text = await savedText(uri);
    if (isRecordOf(text, template, available)) return text;
  }
  return undefined;
}

/** Git runs only in a trusted workspace, since a repository may bring its own git settings. */
async function namesOnBranches(host: Host, folder: vscode.Uri): Promise<readonly string[]> {
  return host.namesOnBranches && vscode.workspace.isTrusted ? host.namesOnBranches(folder) : [];
}

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return [];
    throw error;
  }
}

/** The topmost missing folder on the path to `folder`; undefined if `folder` exists. */
async function firstMissing(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (await exists(folder)) return undefined;
  const parent = vscode.Uri.joinPath(folder, '..');
  return (parent.path === folder.path ? undefined : await firstMissing(parent)) ?? folder;
}

/** Removes the draft and the folders that were created for it, if they are still empty. */
async function removeUnfinished(
  draft: vscode.Uri,
  folder: vscode.Uri,
  firstCreated: vscode.Uri | undefined,
): Promise<void> {
  const remove = (uri: vscode.Uri): Thenable<boolean> =>
    vscode.workspace.fs.delete(uri, { recursive: false, useTrash: false }).then(
      () => true,
      () => false,
    );
  await remove(draft);
  for (let at = folder; firstCreated && (await remove(at)) && at.path !== firstCreated.path; )
    at = vscode.Uri.joinPath(at, '..');
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
