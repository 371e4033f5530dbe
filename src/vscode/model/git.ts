/** The capabilities that use git. Only the Node entry imports this file. */

import { homedir } from 'node:os';
import * as path from 'node:path';
import type { Uri } from 'vscode';
import type { FullVersion } from '../../core/finalize/fullVersion';
import type { TextVersion } from '../../core/progress/burnUp';
import { findUp, slashed } from '../../node/files/files';
import { branchOf } from '../../node/git/branch';
import { findBranchNames } from '../../node/git/branchNames';
import type { BranchFiles } from '../../node/git/defaultBranch';
import { findBranchFiles, isBlob } from '../../node/git/defaultBranch';
import { commitState, compareFiles } from '../../node/git/fileStates';
import { fullVersion } from '../../node/git/fullVersion';
import { findUserName } from '../../node/git/git';
import { fileHistory } from '../../node/git/history';
import type { Place } from '../../node/git/trackedFiles';
import type { Contents } from '../../node/git/workTree';
import type { Host } from './host';

/** Git's `user.name` in a folder, or in the home directory for a folder that is not on disk; undefined if not set. */
export async function gitUserName(folder: Uri | undefined): Promise<string | undefined> {
  return findUserName(folder?.scheme === 'file' ? folder.fsPath : homedir());
}

/** The branch of a folder; null outside of a repository, and for a folder that is not on disk. */
export async function gitBranch({ scheme, fsPath }: Uri): Promise<string | null> {
  return scheme === 'file' ? branchOf(fsPath) : null;
}

/** Returns a function that opens the states of the files in the repository of a folder. */
export function fileStates(): NonNullable<Host['fileStates']> {
  const contents: Contents = new Map();
  return ({ fsPath }, isDesignDoc) => {
    const folder = findUp(fsPath, '.git') ?? fsPath;
    const inside = slashed(path.relative(folder, fsPath));
    const start = inside === '' ? '' : `${inside}/`;
    const place = (document: string): Place => ({
      folder,
      document: start + document,
      isDesignDoc: (file) => file.startsWith(start) && isDesignDoc(file.slice(start.length)),
      contents,
    });
    return {
      stateOf: async (commit, { document, files }) => commitState(place(document), files, commit),
      compare: async (document, list) => compareFiles(place(document), list),
    };
  };
}

/** The files on the default branches of repositories. Lists each top folder of a repository once. */
export function defaultBranches(): NonNullable<Host['defaultBranch']> {
  const listings = new Map<string, Promise<BranchFiles>>();
  return {
    blobOf: async ({ fsPath }) => {
      const root = findUp(path.dirname(fsPath), '.git');
      if (root === undefined) return undefined;
      const file = slashed(path.relative(root, fsPath));
      const top = file.replace(/\/.*$/s, '');
      const key = path.join(root, top);
      const listing = listings.get(key) ?? findBranchFiles(root, [file === top ? file : `${top}/`]);
      listings.set(key, listing);
      return (await listing).get(file);
    },
    isBlob,
    forget: () => listings.clear(),
  };
}

/** The names of the files that a folder has on any branch; none outside of a repository. */
export async function namesOnBranches({ scheme, fsPath }: Uri): Promise<readonly string[]> {
  const root = scheme === 'file' ? findUp(fsPath, '.git') : undefined;
  if (root === undefined) return [];
  return findBranchNames(root, slashed(path.relative(root, fsPath)));
}

/** Where git has exactly this text of a file. */
export async function gitFullVersion({ scheme, fsPath }: Uri, text: string): Promise<FullVersion> {
  return scheme === 'file' ? fullVersion(fsPath, text) : { kind: 'no git' };
}

/** The versions of a file in git; undefined for a file that is not on disk. */
export async function gitHistory(
  { scheme, fsPath }: Uri,
  most: number,
): Promise<readonly TextVersion[] | undefined> {
  return scheme === 'file' ? fileHistory(fsPath, most) : undefined;
}
