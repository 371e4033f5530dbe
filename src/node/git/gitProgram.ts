/**
 * How git is started: its program, working directory, options and environment. A repository may come from an archive,
 * so that its configuration names an attacker's programs. So git runs only commands that read its own data, outside of
 * the repository's folder, and with every feature disabled that would start another program.
 */

import type { ExecFileSyncOptions } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { exists, findUp, realPath } from '../files/files';

const MAX_OUTPUT = 256 * 1024 * 1024;
/** The timeout in milliseconds: a configuration may include a named pipe, on which git would wait forever. */
const TIMEOUT_MS = 60_000;

/** Options on the command line, which override the repository's configuration. */
const SWITCHES: readonly string[] = [
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  `core.hooksPath=${os.devNull}`,
  // A folder in the work tree that looks like a bare repository is not used as one.
  '-c',
  'safe.bareRepository=explicit',
  // After a fetch, even a failed one, git may run maintenance, and a hook before it.
  '-c',
  'gc.auto=0',
  '-c',
  'maintenance.auto=false',
];

const ENVIRONMENT: Readonly<Record<string, string>> = {
  // In a partial clone, git would fetch missing objects with a program that the configuration names.
  GIT_NO_LAZY_FETCH: '1',
  // For git versions without `GIT_NO_LAZY_FETCH`: disables all protocols, overriding the configuration.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
};

/**
 * The variables of the user's global git setup, which are passed on. The others could point git at another repository,
 * as in a hook, or start a program.
 */
const KEPT = /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|CEILING_DIRECTORIES)$/i;

/** A git process to start. */
export interface GitCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: ExecFileSyncOptions & { readonly encoding: 'utf8' };
}

/** The git command for a folder; undefined if the folder is missing or there is no git outside of the repository. */
export function gitCommand(folder: string, args: readonly string[]): GitCommand | undefined {
  const root = findUp(folder, '.git') ?? folder;
  if (!exists(root)) return undefined;
  const program = findGit(process.env.PATH ?? '', realPath(root), realProgram);
  if (program === undefined) return undefined;
  return {
    program,
    args: ['-C', folder, ...SWITCHES, ...args],
    options: {
      // Windows searches the working directory for programs first.
      cwd: path.dirname(program),
      encoding: 'utf8',
      env: gitEnvironment(process.env),
      maxBuffer: MAX_OUTPUT,
      timeout: TIMEOUT_MS,
      windowsHide: true,
    },
  };
}

/**
 * The path of the git program in the folders of a `PATH`; undefined if there is none. Skips relative folders, and
 * programs in the workspace, symbolic links resolved. `realOf` returns the real path of an executable file, or
 * undefined.
 */
export function findGit(
  folders: string,
  root: string,
  realOf: (file: string) => string | undefined,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const isFullyAbsolute = (folder: string): boolean =>
    paths.isAbsolute(folder) && (platform !== 'win32' || paths.parse(folder).root.length > 1);
  const isInside = (file: string): boolean => {
    const relative = paths.relative(root, file);
    return !paths.isAbsolute(relative) && relative.split(paths.sep)[0] !== '..';
  };
  for (const entry of folders.split(paths.delimiter)) {
    const folder = entry.replace(/^"(.*)"$/, '$1');
    if (!isFullyAbsolute(folder)) continue;
    const file = paths.join(folder, platform === 'win32' ? 'git.exe' : 'git');
    const real = realOf(file);
    if (real !== undefined && !isInside(file) && !isInside(real)) return file;
  }
  return undefined;
}

/** The environment for git, derived from that of a process. */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name) || KEPT.test(name));
  return { ...Object.fromEntries(kept), ...ENVIRONMENT };
}

function realProgram(file: string): string | undefined {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile() ? realPath(file) : undefined;
  } catch {
    return undefined;
  }
}
