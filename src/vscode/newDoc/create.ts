/** Writes a new design doc and opens it with its guidance as tab stops. */

import * as vscode from 'vscode';
import { UserError } from '../../core/errors';
import { newFileName } from '../../core/template/naming';
import type { Scaffold } from '../../core/template/scaffold';
import { scaffold } from '../../core/template/scaffold';
import type { Template } from '../../core/template/template';
import { toSnippet } from '../convert';
import { today } from '../today';

/** What is written, and where. */
export interface NewFile {
  readonly folder: vscode.Uri;
  readonly template: Template;
  readonly title: string;
  readonly author: string | undefined;
}

/** Two documents made at the same time must not get the same number. */
let last: Promise<unknown> = Promise.resolve();

/** Writes the file, complete, then opens it and lets the author type over its guidance. */
export async function createDocument({ folder, template, title, author }: NewFile): Promise<void> {
  const file = last.then(() => writeNew({ folder, template, title, author }));
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

interface Written {
  readonly uri: vscode.Uri;
  readonly written: Scaffold;
}

/** Writes the file with the folder's next free number; nothing is overwritten. */
export async function writeNew({ folder, template, title, author }: NewFile): Promise<Written> {
  const path = vscode.workspace.asRelativePath(folder, false);
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    throw new UserError('read-only', vscode.l10n.t('{0} is on a read-only file system.', path));
  }
  try {
    const name = newFileName(title, await namesIn(folder));
    const uri = vscode.Uri.joinPath(folder, name);
    const number = /^\d+/.exec(name)?.[0];
    const values = { title, today: today(), ...(author && { author }), ...(number && { number }) };
    const written = scaffold(template, values);
    // The number is one that no file has, but nothing is overwritten on the strength of a guess.
    if (await exists(uri)) throw vscode.FileSystemError.FileExists(uri);
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(written.text));
    return { uri, written };
  } catch (error) {
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

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
