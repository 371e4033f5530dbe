/**
 * Whether git changed files: a checkout, pull, merge, reset, rebase or applied stash. Read from the times of git's own
 * files, so that no program runs and it works in Restricted Mode: git writes the files of the work tree first. Only the
 * index has a trace of `git restore`, and the same one of `git add` after a change by any program.
 */

import * as vscode from 'vscode';
import { lastMoveChangesFiles } from '../../core/changes/reflog';
import { statOf } from '../documents/savedFile';

const LOG = 'logs/HEAD';
/**
 * What git writes after merging into the work tree: `AUTO_MERGE` each time, so also where HEAD does not move, as when a
 * stash is applied; the others if a merge, cherry-pick or revert stopped at a conflict.
 */
const MERGES = ['AUTO_MERGE', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];

/** The repositories of some files. */
export interface Repositories {
  /** True while git changes files in one of them. */
  areBusy(): Promise<boolean>;
  /** True if git has changed files in the repository of a file at a time or later, in milliseconds. */
  hasMoved(file: vscode.Uri, since: number): Promise<boolean>;
}

/** Finds the repositories of files, and looks once at each when it last moved. */
export async function repositoriesOf(files: readonly vscode.Uri[]): Promise<Repositories> {
  const folderOf = new Map<string, vscode.Uri | undefined>();
  for (const file of files) {
    const parent = parentOf(file);
    if (!folderOf.has(parent.path)) folderOf.set(parent.path, await gitFolderOf(parent));
  }
  const moves = new Map<string, Promise<number>>();
  return {
    areBusy: async () => {
      for (const git of new Set(folderOf.values())) if (git && (await isBusy(git))) return true;
      return false;
    },
    hasMoved: async (file, since) => {
      const git = folderOf.get(parentOf(file).path);
      if (!git) return false;
      const move = moves.get(git.path) ?? lastMove(git);
      moves.set(git.path, move);
      return (await move) >= since;
    },
  };
}

/** The git folder of the repository that a folder is in; undefined outside of one. */
async function gitFolderOf(start: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let folder = start; ; folder = parentOf(folder)) {
    const git = vscode.Uri.joinPath(folder, '.git');
    const type = (await statOf(git))?.type;
    if (type !== undefined) return type & vscode.FileType.Directory ? git : linkedFolder(folder, git);
    if (folder.path === parentOf(folder).path) return undefined;
  }
}

async function isBusy(git: vscode.Uri): Promise<boolean> {
  return (await statOf(vscode.Uri.joinPath(git, 'index.lock'))) !== undefined;
}

async function lastMove(git: vscode.Uri): Promise<number> {
  const timeOf = async (name: string): Promise<number> =>
    (await statOf(vscode.Uri.joinPath(git, name)))?.mtime ?? 0;
  const log = await textOf(vscode.Uri.joinPath(git, LOG));
  // A team may switch off the log. HEAD is written when the branch is another one.
  const moved = log === '' ? ['HEAD'] : lastMoveChangesFiles(log) ? [LOG] : [];
  return Math.max(...(await Promise.all([...MERGES, ...moved].map(timeOf))));
}

/** The folder that a `.git` file of a work tree or submodule names. */
async function linkedFolder(folder: vscode.Uri, git: vscode.Uri): Promise<vscode.Uri | undefined> {
  const [, path] = /^gitdir: (.+)$/m.exec(await textOf(git)) ?? [];
  if (path === undefined) return undefined;
  const isAbsolute = /^(?:\/|[A-Za-z]:)/.test(path);
  if (!isAbsolute) return vscode.Uri.joinPath(folder, path);
  return folder.scheme === 'file' ? vscode.Uri.file(path) : folder.with({ path });
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}
