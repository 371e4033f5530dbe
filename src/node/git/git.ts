/** What git knows. Without git, or outside a repository, it knows nothing, and that is no error. */

import { execFile, execFileSync } from 'node:child_process';
import { oneLineName } from '../../core/template/naming';
import { findUp } from '../files/files';
import { gitCommand } from './gitProgram';

/**
 * The files under a folder that git tracks or would track, relative to it; undefined if git cannot tell or
 * ignores the folder itself, which somebody then asked for by name.
 */
export function listedByGit(folder: string): string[] | undefined {
  if (findUp(folder, '.git') === undefined) return undefined;
  const listed = git(folder, ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  if (listed === undefined) return undefined;
  const paths = [...new Set(listed.split('\0'))].filter((file) => file !== '');
  const ignored = paths.length === 0 && git(folder, ['check-ignore', '--quiet', '.']) !== undefined;
  return ignored ? undefined : paths.sort();
}

/** The name that git signs commits with in a folder. */
export function userName(folder: string): string | undefined {
  return oneLineName(git(folder, USER_NAME) ?? '');
}

/** The same, without waiting for it. */
export async function findUserName(folder: string): Promise<string | undefined> {
  return oneLineName((await askGit(folder, USER_NAME)) ?? '');
}

const USER_NAME = ['config', 'user.name'];

/** What git prints, or undefined if it fails. `input` is what it reads. */
export async function askGit(
  folder: string,
  words: readonly string[],
  input = '',
): Promise<string | undefined> {
  const command = gitCommand(folder, words);
  if (!command) return undefined;
  const { program, words: all, options } = command;
  return new Promise((resolve) => {
    const { stdin } = execFile(program, all, options, (error, output) => resolve(error ? undefined : output));
    // Git may have ended before it has read everything.
    stdin?.on('error', () => undefined).end(input);
  });
}

function git(folder: string, words: readonly string[]): string | undefined {
  const command = gitCommand(folder, words);
  if (!command) return undefined;
  const { program, words: all, options } = command;
  try {
    return execFileSync(program, all, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
