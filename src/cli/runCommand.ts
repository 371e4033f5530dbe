/** Runs the command that a user gives on the command line, and no other one. */

import { spawnSync } from 'node:child_process';
import { shellWord } from '../core/text/shell';
import { UserError } from '../core/text/userError';

const STDERR = 2;
const SHELL = process.platform === 'win32' ? 'cmd' : 'sh';

/**
 * Runs a command and returns its exit status. One word is a command line for the shell, several are a program and its
 * arguments. Its output goes to standard error. Throws a `UserError` if it did not end by itself.
 */
export function runCommand(given: readonly string[], cwd: string): number {
  const [first = '', ...others] = given;
  const line = others.length === 0 ? first : quoted(given);
  const { status, signal, error } = spawnSync(line, {
    cwd,
    shell: true,
    stdio: ['inherit', STDERR, STDERR],
  });
  if (error) throw new UserError('not-run', `The check could not be run: ${error.message}.`);
  if (status !== null) return status;
  throw new UserError('not-run', `The check was ended by ${signal}, so nothing was ticked.`);
}

function quoted(words: readonly string[]): string {
  return words
    .map((word) => {
      const safe = shellWord(word, SHELL);
      if (safe !== undefined) return safe;
      throw new UserError('not-run', `"${word}" cannot be quoted. Give the whole command as one word.`);
    })
    .join(' ');
}
