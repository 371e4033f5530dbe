/** Which branch a folder is on, and which repository it belongs to. */

import * as path from 'node:path';
import { findUp, kindOf, realPath } from '../files/files';
import { askGit } from './git';

/** The branch that is checked out in a folder; null outside of a repository, or if no branch is checked out. */
export async function branchOf(folder: string): Promise<string | null> {
  const name = await askGit(folder, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  return name?.trim() || null;
}

/** True if there is git, and the folder is in a repository that it reads. */
export async function isRepository(folder: string): Promise<boolean> {
  return (await askGit(folder, ['rev-parse', '--git-dir'])) !== undefined;
}

/** The folder with the data of a repository, which all of its worktrees share; undefined outside of a repository. */
export async function repositoryOf(folder: string): Promise<string | undefined> {
  const top = findUp(folder, '.git');
  if (top === undefined) return undefined;
  const named = (await askGit(top, ['rev-parse', '--git-common-dir']))?.trim();
  const data = named ? path.resolve(top, named) : undefined;
  return data !== undefined && kindOf(data) === 'folder' ? realPath(data) : undefined;
}
