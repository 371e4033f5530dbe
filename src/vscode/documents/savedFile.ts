/** Saved files, whether or not they are open. */

import * as vscode from 'vscode';
import type { FileFingerprint } from '../../core/cache/fingerprint';
import { fingerprintOf } from '../../core/cache/fingerprint';

/** The open document of a file; undefined if it is closed. */
export function openAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
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
    const type = await vscode.workspace.fs.stat(place).then(
      (stat) => stat.type,
      () => undefined,
    );
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
  return vscode.workspace.fs.stat(uri).then(
    ({ size, mtime, ctime }) => ({
      size,
      fingerprint: fingerprintOf({ mtimeMs: mtime, ctimeMs: ctime, size, ino: 0 }, Date.now()),
    }),
    () => undefined,
  );
}

/** The text of a saved file; empty if it cannot be read. */
export async function savedText(uri: vscode.Uri): Promise<string> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}
