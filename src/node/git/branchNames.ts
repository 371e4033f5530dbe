/** The names of files on all branches of a repository, so that a new document gets a number that no branch has taken. */

import { askGit, git } from './git';

/**
 * The maximum number of branches that are read, those with the latest commits first: older ones are merged or
 * abandoned.
 */
const MAX_BRANCHES = 500;
/** The maximum number of different states of a folder that are listed, of the latest branches. */
const MAX_TREES = 50;
const BRANCHES = [
  'for-each-ref',
  '--sort=-committerdate',
  `--count=${MAX_BRANCHES}`,
  '--format=%(objectname)',
  'refs/heads',
  'refs/remotes',
];

/** The names of the files in a folder on all local and remote branches. `folder` is relative to the root, with `/`. */
export function branchNames(root: string, folder: string): string[] {
  const trees = treesIn(git(root, TREES, treeQueries(git(root, BRANCHES), folder)));
  return namesIn(trees.map((tree) => git(root, ['ls-tree', '-z', '--name-only', tree])));
}

/** Like `branchNames`, but asynchronous. */
export async function findBranchNames(root: string, folder: string): Promise<string[]> {
  const trees = treesIn(await askGit(root, TREES, treeQueries(await askGit(root, BRANCHES), folder)));
  const listings: (string | undefined)[] = [];
  for (const tree of trees) listings.push(await askGit(root, ['ls-tree', '-z', '--name-only', tree]));
  return namesIn(listings);
}

const TREES = ['cat-file', '--batch-check=%(objecttype) %(objectname)'];

/** The lines that ask for the folder on each branch; empty for a folder whose name would end a line. */
function treeQueries(branches: string | undefined, folder: string): string {
  if (/[\n\r]/.test(folder)) return '';
  const commits = new Set((branches ?? '').split('\n').filter((line) => line !== ''));
  return [...commits].map((commit) => `${commit}:${folder}\n`).join('');
}

function treesIn(answers: string | undefined): string[] {
  const trees = (answers ?? '').split('\n').flatMap((line) => /^tree ([0-9a-f]+)$/.exec(line)?.[1] ?? []);
  return [...new Set(trees)].slice(0, MAX_TREES);
}

function namesIn(listings: readonly (string | undefined)[]): string[] {
  return [...new Set(listings.flatMap((listing) => (listing ?? '').split('\0')))].filter(
    (name) => name !== '',
  );
}
