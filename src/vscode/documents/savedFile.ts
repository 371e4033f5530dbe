/** Saved files, whether or not they are open. */

import * as vscode from 'vscode';
import type { FileFingerprint } from '../../core/cache/fingerprint';
import { fingerprintOf } from '../../core/cache/fingerprint';
import { maxTextLength } from '../../core/config/scope';

/** The open document of a file; undefined if it is closed. */
export function openAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

/** The `stat` of a file or folder; undefined if there is none, or it is not accessible. */
export async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    (stat) => stat,
    () => undefined,
  );
}

/**
 * Whether a path below a folder has a symbolic link in it, which may lead out of the workspace; `missing` if a part of
 * it does not exist.
 */
export async function placeKind(
  folder: vscode.Uri,
  uri: vscode.Uri,
): Promise<'inside' | 'linked' | 'missing'> {
  let place = folder;
  for (const part of uri.path.slice(folder.path.length).split('/').filter(Boolean)) {
    place = vscode.Uri.joinPath(place, part);
    const type = (await statOf(place))?.type;
    if (type === undefined) return 'missing';
    if ((type & vscode.FileType.SymbolicLink) !== 0) return 'linked';
  }
  return 'inside';
}

/** The size of a file, and its fingerprint unless it is racily clean. */
interface SavedState {
  /** In bytes. */
  readonly size: number;
  readonly fingerprint: FileFingerprint | undefined;
}

/** The state of a saved file; undefined if there is none. */
export async function savedState(uri: vscode.Uri): Promise<SavedState | undefined> {
  const stat = await statOf(uri);
  if (!stat) return undefined;
  const { size, mtime, ctime } = stat;
  return { size, fingerprint: fingerprintOf({ mtimeMs: mtime, ctimeMs: ctime, size, ino: 0 }, Date.now()) };
}

/** The text of a saved file; empty if it cannot be read. */
export async function savedText(uri: vscode.Uri): Promise<string> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}

/**
 * The text of a saved file whose encoding gives the same bytes again: with its byte order mark and line endings.
 * Undefined if it cannot be read, is too long or is no UTF-8.
 */
export async function exactText(uri: vscode.Uri): Promise<string | undefined> {
  const state = await savedState(uri);
  return state === undefined || state.size > maxTextLength ? undefined : exactTextOfAnySize(uri);
}

/** The same of a file that is not too long. */
export async function exactTextOfAnySize(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
