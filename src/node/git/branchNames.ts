/** The names of files on all branches of a repository, so that a new document gets a number that no branch has taken. */

import { askGit, git } from './git';

/** The most branches that are read, those with the latest commits first: older ones are merged or abandoned. */
const MOST_BRANCHES = 500;
/** The most different states of a folder that are listed, of the latest branches. */
const MOST_TREES = 50;
const BRANCHES = [
  'for-each-ref',
  '--sort=-committerdate',
  `--count=${MOST_BRANCHES}`,
  '--format=%(objectname)',
  'refs/heads',
  'refs/remotes',
];

/** The names of the files in a folder on all local and remote branches. `folder` is relative to the root, with `/`. */
export function branchNames(root: string, folder: string): string[] {
  const trees = treesIn(git(root, TREES, treeQuestions(git(root, BRANCHES), folder)));
  return namesIn(trees.map((tree) => git(root, ['ls-tree', '-z', '--name-only', tree])));
}

/** Like `branchNames`, but asynchronous. */
export async function findBranchNames(root: string, folder: string): Promise<string[]> {
  const trees = treesIn(await askGit(root, TREES, treeQuestions(await askGit(root, BRANCHES), folder)));
  const listings: (string | undefined)[] = [];
  for (const tree of trees) listings.push(await askGit(root, ['ls-tree', '-z', '--name-only', tree]));
  return namesIn(listings);
}

const TREES = ['cat-file', '--batch-check=%(objecttype) %(objectname)'];

/** The lines that ask for the folder on each branch; empty for a folder whose name would end a line. */
function treeQuestions(branches: string | undefined, folder: string): string {
  if (/[\n\r]/.test(folder)) return '';
  const commits = new Set((branches ?? '').split('\n').filter((line) => line !== ''));
  return [...commits].map((commit) => `${commit}:${folder}\n`).join('');
}

function treesIn(answers: string | undefined): string[] {
  const trees = (answers ?? '').split('\n').flatMap((line) => /^tree ([0-9a-f]+)$/.exec(line)?.[1] ?? []);
  return [...new Set(trees)].slice(0, MOST_TREES);
}

function namesIn(listings: readonly (string | undefined)[]): string[] {
  return [...new Set(listings.flatMap((listing) => (listing ?? '').split('\0')))].filter(
    (name) => name !== '',
  );
}
