/** The capabilities that use git. Only the Node entry imports this file. */

import { homedir } from 'node:os';
import * as path from 'node:path';
import type { Uri } from 'vscode';
import { findUp } from '../../node/files/files';
import { findBranchNames } from '../../node/git/branchNames';
import type { Contents } from '../../node/git/changedFiles';
import { changedFiles } from '../../node/git/changedFiles';
import type { BranchFiles } from '../../node/git/defaultBranch';
import { findBranchFiles, isBlob } from '../../node/git/defaultBranch';
import { findUserName } from '../../node/git/git';
import type { Host } from './host';

/** Git's `user.name` in a folder, or in the home directory for a folder that is not on disk; undefined if not set. */
export async function gitUserName(folder: Uri | undefined): Promise<string | undefined> {
  return findUserName(folder?.scheme === 'file' ? folder.fsPath : homedir());
}

/**
 * Returns a function that finds the tracked files under a folder that pass `counts` and differ from a git state, as
 * paths relative to the folder. It returns undefined if git does not know the state, or if no change was found but some
 * files could not be compared.
 */
export function changeFinder(): NonNullable<Host['changedFiles']> {
  const contents: Contents = new Map();
  return async (folder, state, counts) => {
    if (folder.scheme !== 'file') return undefined;
    const found = await changedFiles(folder.fsPath, state, counts, contents);
    if (!found || (found.changed.length === 0 && found.unknown.length > 0)) return undefined;
    return found.changed;
  };
}

/** The files on the default branches of repositories. Lists each top folder of a repository once. */
export function defaultBranches(): NonNullable<Host['defaultBranch']> {
  const listings = new Map<string, Promise<BranchFiles>>();
  return {
    blobOf: async ({ fsPath }) => {
      const root = findUp(path.dirname(fsPath), '.git');
      if (root === undefined) return undefined;
      const file = path.relative(root, fsPath).split(path.sep).join('/');
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
  return findBranchNames(root, path.relative(root, fsPath).split(path.sep).join('/'));
}
