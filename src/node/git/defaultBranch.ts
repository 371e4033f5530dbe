/**
 * The files on the default branch of a repository, as blob ids. Git lists references and objects only, so nothing that
 * the repository's configuration names is run.
 *
 * The default branch is the one that the remote names (`origin/HEAD`, or the only remote's); else `main`, `master` or
 * `trunk`, of the remote `origin` before the local one; else the only local branch. Otherwise it is unknown, and so is
 * what it has.
 */

import { BOM } from '../../core/text/text';
import { askGit, git } from './git';
import { blobIds, readTree } from './objects';

const USUAL = ['main', 'master', 'trunk'];
const REMOTE = 'refs/remotes/origin/';
/** The query for the references of which one is the default branch. */
export const REFERENCES = [
  'for-each-ref',
  '--format=%(objectname) %(refname)',
  'refs/heads',
  'refs/remotes/*/HEAD',
  ...USUAL.map((name) => REMOTE + name),
];
const REFERENCE = /^([0-9a-f]+) (.+)$/;
/** The maximum number of folders that git is asked to list; for more, those that contain them are listed. */
const MAX_FOLDERS = 64;

/** The blob ids of files on the default branch, by path relative to the root of the repository. */
export type BranchFiles = ReadonlyMap<string, string>;

const NOTHING: BranchFiles = new Map();

/** Lists the files on the default branch in the folders of the given files; empty if the branch is unknown. */
export function branchFiles(root: string, files: readonly string[]): BranchFiles {
  const commit = defaultCommit(git(root, REFERENCES) ?? '');
  if (commit === undefined || files.length === 0) return NOTHING;
  return blobsIn(git(root, treeArguments(commit, files)) ?? '');
}

/** Like `branchFiles`, but asynchronous. */
export async function findBranchFiles(root: string, files: readonly string[]): Promise<BranchFiles> {
  const commit = defaultCommit((await askGit(root, REFERENCES)) ?? '');
  if (commit === undefined || files.length === 0) return NOTHING;
  return blobsIn((await askGit(root, treeArguments(commit, files))) ?? '');
}

/** True if a text is the content of a blob, or differs from it in line endings or its byte order mark only. */
export function isBlob(text: string, id: string | undefined): boolean {
  return id !== undefined && [text, BOM + text].some((own) => blobIds(Buffer.from(own), id).includes(id));
}

/** The commit of the default branch in a list of references; undefined if none of them is certain to be it. */
export function defaultCommit(references: string): string | undefined {
  const commits = new Map<string, string>();
  for (const line of references.split('\n')) {
    const [, commit = '', name = ''] = REFERENCE.exec(line) ?? [];
    if (name !== '') commits.set(name, commit);
  }
  const remotes = [...commits.keys()].filter(
    (name) => name.endsWith('/HEAD') && !name.startsWith('refs/heads/'),
  );
  const local = [...commits.keys()].filter((name) => name.startsWith('refs/heads/'));
  const names = [
    `${REMOTE}HEAD`,
    ...(remotes.length === 1 ? remotes : []),
    ...USUAL.map((name) => REMOTE + name),
    ...USUAL.map((name) => `refs/heads/${name}`),
    ...(local.length === 1 ? local : []),
  ];
  return names.map((name) => commits.get(name)).find(Boolean);
}

/** The query for the files of a commit in the folders of the given files. */
export function treeArguments(commit: string, files: readonly string[]): string[] {
  return ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...foldersOf(files)];
}

/** The folders of the files, or so many levels above them that they are few. A file at the root stands for itself. */
export function foldersOf(files: readonly string[], most = MAX_FOLDERS): string[] {
  const parts = files.map((file) => file.split('/'));
  for (let depth = Math.max(...parts.map(({ length }) => length)) - 1; ; depth--) {
    const folders = new Set(
      parts.map((names) => names.slice(0, Math.max(1, Math.min(depth, names.length - 1))).join('/')),
    );
    if (folders.size <= most || depth <= 1) return folders.size <= most ? [...folders] : [];
  }
}

/** The plain files in the answer to `treeArguments`. */
export function blobsIn(listing: string): BranchFiles {
  const blobs = new Map<string, string>();
  for (const [file, { mode, id }] of readTree(listing)) if (mode.startsWith('100')) blobs.set(file, id);
  return blobs;
}
