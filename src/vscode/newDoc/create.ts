/** Writes a new design doc and opens it with its placeholders as tab stops. */

import * as vscode from 'vscode';
import { maxTextLength } from '../../core/config/scope';
import { isRecordOf, possibleRecords } from '../../core/discovery/records';
import type { FolderContent } from '../../core/folder/nameSamples';
import { folderContent } from '../../core/folder/nameSamples';
import { oneLineTitle } from '../../core/folder/naming';
import { newFileName } from '../../core/folder/newFileName';
import { nameTemplate } from '../../core/scaffold/nameTemplate';
import type { Scaffold } from '../../core/scaffold/scaffold';
import { scaffold } from '../../core/scaffold/scaffold';
import type { Template } from '../../core/template/template';
import { UserError } from '../../core/text/userError';
import { toSnippet } from '../documents/convert';
import { openInUsersEditor } from '../documents/openInUsersEditor';
import { baseName, pathInside } from '../documents/paths';
import { placeKind, savedState, savedText, statOf } from '../documents/savedFile';
import { isEditedRendered } from '../documents/tabs';
import type { Host } from '../model/host';
import type { Templates } from '../model/templates';
import { today } from '../model/today';

/** A document to write: its template, values and folder. */
export interface NewFile {
  readonly folder: vscode.Uri;
  readonly template: Template;
  /** The templates and design docs that are known. */
  readonly templates: Templates;
  readonly title: string;
  readonly author: string | undefined;
  readonly host: Host;
  /** True to include the template's optional sections. */
  readonly optional?: boolean | undefined;
}

/** The last write. Writes run one after the other, so that two new documents cannot get the same number. */
let lastWrite: Promise<unknown> = Promise.resolve();

/**
 * Writes the complete file, opens it in the editor that the user has chosen for such files, turns its placeholders into
 * tab stops if that is a text editor, and returns its URI. Throws a `UserError` on failure.
 */
export async function createDocument(wanted: NewFile): Promise<vscode.Uri> {
  const file = lastWrite.then(() => writeNew(wanted));
  lastWrite = file.catch(() => undefined);
  const { uri, written } = await file;
  const document = await openInUsersEditor(uri);
  // There are no tab stops in a rendered editor: Go to Next Placeholder asks for the texts.
  if (isEditedRendered(uri)) return uri;
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
 * Writes the file, named like those in the folder, with a number that is free there and on all branches. Never overwrites a
 * file; throws a `UserError` on failure.
 */
export async function writeNew(wanted: NewFile): Promise<CreatedFile> {
  const { folder, template, templates, title, author, host, optional } = wanted;
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
  let unfinished: Unfinished | undefined;
  try {
    const date = today();
    const { name, number } = newFileName(cleanTitle, await contentOf(folder, host, templates), date);
    const uri = vscode.Uri.joinPath(folder, name);
    const home = vscode.Uri.joinPath(uri, '..');
    const fileName = baseName(uri);
    const available = templates.of(folder);
    const like = await newestRecord(wanted, available);
    const values = { title: cleanTitle, today: date, author, fileName, number, optional, like };
    const written = nameTemplate(scaffold(template, values), template, available);
    const draft = vscode.Uri.joinPath(home, `.design-docs-${Date.now().toString(36)}.tmp`);
    unfinished = { draft, firstCreated: await firstMissing(home) };
    await vscode.workspace.fs.createDirectory(home);
    // Write to a temporary file first: a disk that runs full must not leave half a document.
    await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(written.text));
    // The number was free when the folder was listed; another program may have used it since.
    await vscode.workspace.fs.rename(draft, uri, { overwrite: false });
    return { uri, written };
  } catch (error) {
    if (unfinished) await removeUnfinished(unfinished);
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      'write-failed',
      vscode.l10n.t('No design doc could be written to {0}: {1}', path, reason),
    );
  }
}

/** The text of the last record in the folder that follows a bundled template. */
async function newestRecord(
  { folder, template }: NewFile,
  available: readonly Template[],
): Promise<string | undefined> {
  for (const name of possibleRecords(await namesIn(folder), template)) {
    const uri = vscode.Uri.joinPath(folder, name);
    const state = await savedState(uri);
    const isReadable = state !== undefined && state.size <= maxTextLength;
    if (!isReadable || (await placeKind(folder, uri)) !== 'inside') continue;
    const text = await savedText(uri);
    if (isRecordOf(text, template, available)) return text;
  }
  return undefined;
}

/** What is known of a folder, which decides how a new document in it is named. */
export async function contentOf(
  folder: vscode.Uri,
  host: Host,
  templates: Templates,
): Promise<FolderContent> {
  const root = vscode.workspace.getWorkspaceFolder(folder);
  const found = {
    documents: root ? templates.documentsIn(root) : [],
    templates: root ? templates.ownIn(root) : [],
  };
  return folderContent((root && pathInside(root.uri, folder)) ?? '', await takenNames(host, folder), found);
}

/**
 * The names in a folder, and those that it has on any branch. Git runs only in a trusted workspace, since a repository may
 * bring its own git settings.
 */
export async function takenNames(host: Host, folder: vscode.Uri): Promise<readonly string[]> {
  const others = host.namesOnBranches && vscode.workspace.isTrusted ? await host.namesOnBranches(folder) : [];
  return [...(await namesIn(folder)), ...others];
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
  if (await statOf(folder)) return undefined;
  const parent = vscode.Uri.joinPath(folder, '..');
  return (parent.path === folder.path ? undefined : await firstMissing(parent)) ?? folder;
}

/** What a write has created before it is complete. */
interface Unfinished {
  readonly draft: vscode.Uri;
  readonly firstCreated: vscode.Uri | undefined;
}

/** Removes the draft and the folders that were created for it, if they are still empty. */
async function removeUnfinished({ draft, firstCreated }: Unfinished): Promise<void> {
  const remove = (uri: vscode.Uri): Thenable<boolean> =>
    vscode.workspace.fs.delete(uri, { recursive: false, useTrash: false }).then(
      () => true,
      () => false,
    );
  await remove(draft);
  let at = vscode.Uri.joinPath(draft, '..');
  while (firstCreated && (await remove(at)) && at.path !== firstCreated.path)
    at = vscode.Uri.joinPath(at, '..');
}
