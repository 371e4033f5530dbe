/** What git knows. Only the Node entry imports this file. */

import type { Uri } from 'vscode';

const PATIENCE_MS = 10_000;
const MAX_OUTPUT = 64 * 1024 * 1024;

/** The `user.name` that git has for a folder, or undefined. */
export async function gitUserName(folder: Uri | undefined): Promise<string | undefined> {
  return (await git(folder, ['config', 'user.name']))?.trim() || undefined;
}

/**
 * The tracked files under a folder that differ from a named state of them (a commit, a tag, a tree), relative to it;
 * undefined if git knows no such state.
 */
export async function changedFiles(folder: Uri, state: string): Promise<string[] | undefined> {
  // What opens with a dash would be an option, and a description such as HEAD@{1} means another state tomorrow.
  if (folder.scheme !== 'file' || !/^\w[\w.+/-]*$/.test(state)) return undefined;
  const tree = (await git(folder, ['rev-parse', '--verify', '--quiet', `${state}^{tree}`]))?.trim();
  if (!tree) return undefined;
  // Names alone need no program that the repository's configuration could name, and no look into submodules.
  const quiet = ['--no-renames', '--ignore-submodules=dirty'];
  const listed = await git(folder, ['diff', '--name-only', '--relative', '-z', ...quiet, tree, '--']);
  return listed?.split('\0').filter((file) => file !== '');
}

/**
 * What git prints, or undefined if it fails. The folder is an argument and not the working directory, because Windows
 * would look for a `git.exe` in the working directory first.
 */
async function git(folder: Uri | undefined, words: readonly string[]): Promise<string | undefined> {
  const { execFile } = await import('node:child_process');
  const place = folder?.scheme === 'file' ? ['-C', folder.fsPath] : [];
  // A repository's own configuration can name a file-system monitor, which git would then run.
  const all = [...place, '-c', 'core.fsmonitor=false', ...words];
  const options = { timeout: PATIENCE_MS, maxBuffer: MAX_OUTPUT };
  return new Promise((resolve) => {
    execFile('git', all, options, (error, output) => resolve(error ? undefined : output));
  });
}
