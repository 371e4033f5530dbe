/** Finds the commit that has a document exactly as it is. Git lists objects and references only. */

import * as path from 'node:path';
import type { FullVersion } from '../../core/finalize/fullVersion';
import { findUp, realPath, slashed } from '../files/files';
import { objectId } from './changedFiles';
import { blobsIn, isBlob, treeArguments } from './defaultBranch';
import { askGit } from './git';

/**
 * Where git has the text of a file, line endings aside: in the last commit that changed the file, of those that HEAD has.
 * The path of the result is relative to the root of the repository.
 */
export async function fullVersion(file: string, text: string): Promise<FullVersion> {
  const root = findUp(path.dirname(file), '.git');
  if (root === undefined) return { kind: 'no git' };
  const head = await objectId(root, 'HEAD', 'commit');
  if (head === undefined) return { kind: 'no commit' };
  const place = slashed(path.relative(realPath(root), realPath(file)));
  const committed = await blobAt(root, head, place);
  if (committed === undefined) return { kind: 'untracked' };
  if (!isBlob(text, committed)) return { kind: 'differs' };
  const last = (await askGit(root, ['rev-list', '-1', head, '--', `:(top,literal)${place}`]))?.trim();
  // A history that is cut, or simplified at a merge, may name a commit with another text.
  const has = last ? (await blobAt(root, last, place)) === committed : false;
  return { kind: 'known', commit: last && has ? last : head, path: place };
}

/** The id of a plain file's content in a commit. */
async function blobAt(root: string, commit: string, place: string): Promise<string | undefined> {
  return blobsIn((await askGit(root, treeArguments(commit, [place]))) ?? '').get(place);
}
