/** The files of the workspace that may be design docs. */

import * as vscode from 'vscode';
import type { FileFingerprint } from '../core/cache/fingerprint';
import { fingerprintOf } from '../core/cache/fingerprint';
import { isCandidate, isDesignDoc } from '../core/config/scope';
import { markdownFiles } from './markdownFiles';
import type { Services } from './services';

export interface Candidate {
  readonly uri: vscode.Uri;
  /** It is a design doc by its path; any other is one if its title says so. */
  readonly certain: boolean;
  /** The document, if somebody has it open. */
  readonly open: vscode.TextDocument | undefined;
}

/** The files, folder by folder, in the order of their paths. */
export async function* candidates({ templates, configs }: Services): AsyncGenerator<Candidate> {
  await templates.loaded();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const config = configs.of(folder.uri);
    const paths = (await markdownFiles(folder.uri)).filter((path) => isCandidate(path, config));
    for (const path of paths.sort()) {
      const uri = vscode.Uri.joinPath(folder.uri, path);
      yield { uri, certain: isDesignDoc(path, config), open: openAt(uri) };
    }
  }
}

/** The document of a file, if it is open. */
export function openAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

interface SavedState {
  /** In bytes. */
  readonly size: number;
  readonly fingerprint: FileFingerprint | undefined;
}

/** The state of a file; undefined if there is none. */
export async function savedState(uri: vscode.Uri): Promise<SavedState | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ size, mtime, ctime }) => ({
      size,
      fingerprint: fingerprintOf({ mtimeMs: mtime, ctimeMs: ctime, size, ino: 0 }, Date.now()),
    }),
    () => undefined,
  );
}

/** The text of a file. One that is gone by now says nothing. */
export async function savedText(uri: vscode.Uri): Promise<string> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}
