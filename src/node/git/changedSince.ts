/** Finds the files that differ from the commit at which a branch began. Git lists objects and references only. */

import { UserError } from '../../core/text/userError';
import { revisionId } from './changedFiles';
import type { BranchFiles } from './defaultBranch';
import { blobsIn, defaultCommit, isBlob, REFERENCES, treeArguments } from './defaultBranch';
import { askGit } from './git';

/**
 * Returns a function that is true for a file, by its path relative to the root of the repository, whose text is not that
 * of the last commit that HEAD and a reference have in common. An empty reference means the default branch. `files` are
 * all that may be asked for. Throws a `UserError` if git does not know such a commit.
 */
export async function changedSince(
  root: string,
  reference: string,
  files: readonly string[],
): Promise<(file: string, text: string) => boolean> {
  const base = await branchBase(root, reference, '--changed');
  const before: BranchFiles =
    files.length === 0 ? new Map() : blobsIn((await askGit(root, treeArguments(base, files))) ?? '');
  return (file, text) => !isBlob(text, before.get(file));
}

/**
 * The last commit that HEAD and a reference have in common. An empty reference means the default branch. `option` is the
 * option of the command line that gives it. Throws a `UserError` if git does not know such a commit.
 */
export async function branchBase(root: string, reference: string, option: string): Promise<string> {
  const commit =
    reference === ''
      ? defaultCommit((await askGit(root, REFERENCES)) ?? '')
      : await revisionId(root, reference);
  if (commit === undefined) {
    const what = reference === '' ? 'which branch is the default one' : `no commit "${reference}"`;
    const verb = reference === '' ? 'does not know' : 'has';
    throw new UserError('no-such-commit', `Git ${verb} ${what}. Name a branch or a commit: ${option}=main.`);
  }
  const base = (await askGit(root, ['merge-base', commit, 'HEAD']))?.trim();
  if (base) return base;
  const name = reference || 'the default branch';
  throw new UserError(
    'no-merge-base',
    `HEAD and ${name} have no commit in common here. Fetch the history of both, or name another commit: ${option}=COMMIT.`,
  );
}
