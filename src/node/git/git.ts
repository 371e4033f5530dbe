/** Queries git. Without git, or outside of a repository, a query returns undefined; that is no error. */

import { execFile, execFileSync } from 'node:child_process';
import { oneLineName } from '../../core/folder/naming';
import { findUp } from '../files/files';
import { gitCommand } from './gitProgram';

const LISTING = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
/** Git filters the files of a large repository faster than Node could. */
const MARKDOWN = [':(icase)*.md', ':(icase)*.markdown'];

/**
 * The Markdown files under a folder that git tracks or would track, relative to the folder; undefined if git fails, or
 * if it ignores the folder itself, whose files then count because the user named it.
 */
export function listedByGit(folder: string): string[] | undefined {
  if (findUp(folder, '.git') === undefined) return undefined;
  const listed = git(folder, [...LISTING, '--', ...MARKDOWN]);
  if (listed === undefined) return undefined;
  const paths = [...new Set(listed.split('\0'))].filter((file) => file !== '');
  const ignored = paths.length === 0 && git(folder, ['check-ignore', '--quiet', '.']) !== undefined;
  return ignored ? undefined : paths.sort();
}

/** Git's `user.name` in a folder; undefined if it is not set or not a valid name. */
export function userName(folder: string): string | undefined {
  return oneLineName(git(folder, USER_NAME) ?? '');
}

/** Like `userName`, but asynchronous. */
export async function findUserName(folder: string): Promise<string | undefined> {
  return oneLineName((await askGit(folder, USER_NAME)) ?? '');
}

const USER_NAME = ['config', 'user.name'];

/** Runs git with `input` on its standard input. Returns its output, or undefined if it fails. */
export async function askGit(
  folder: string,
  args: readonly string[],
  input = '',
): Promise<string | undefined> {
  const command = gitCommand(folder, args);
  if (!command) return undefined;
  const { program, args: all, options } = command;
  return new Promise((resolve) => {
    const { stdin } = execFile(program, all, options, (error, output) => resolve(error ? undefined : output));
    // Git may exit before it has read all input.
    stdin?.on('error', () => undefined).end(input);
  });
}

/** Runs git with `input` on its standard input, and waits for it. Returns its output, or undefined if it fails. */
export function git(folder: string, args: readonly string[], input?: string): string | undefined {
  const command = gitCommand(folder, args);
  if (!command) return undefined;
  const { program, args: all, options } = command;
  try {
    const stdin = input === undefined ? 'ignore' : 'pipe';
    return execFileSync(program, all, { ...options, input, stdio: [stdin, 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
