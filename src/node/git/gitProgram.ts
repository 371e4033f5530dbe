/**
 * How git is started: from where, with which switches, in which environment. A repository may have come out of an
 * archive, so that its configuration names programs of a stranger's choice. Git is asked only for what it reads itself,
 * never from the repository's folder, and with all switched off that it could start on the way.
 */

import type { ExecFileSyncOptions } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { exists, findUp, realPath } from '../files/files';

const MAX_OUTPUT = 256 * 1024 * 1024;
/** A configuration may include a pipe that nothing ever comes out of. */
const PATIENCE_MS = 60_000;

/** Later than the repository's own configuration, so that they win. */
const SWITCHES: readonly string[] = [
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  `core.hooksPath=${os.devNull}`,
  // A folder in the work tree that looks like a repository is none.
  '-c',
  'safe.bareRepository=explicit',
  // After a fetch, even one that failed, git may start to tidy up, and runs a hook before.
  '-c',
  'gc.auto=0',
  '-c',
  'maintenance.auto=false',
];

const ENVIRONMENT: Readonly<Record<string, string>> = {
  // In a partial clone git fetches what is missing, by a program that the configuration names.
  GIT_NO_LAZY_FETCH: '1',
  // Versions that do not know the first find no way: every protocol is off, whatever the configuration allows.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
};

/** What a user says of git as a whole. All else would tie it to another repository, as in a hook, or start something. */
const KEPT = /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|CEILING_DIRECTORIES)$/i;

export interface GitCommand {
  readonly program: string;
  readonly words: readonly string[];
  readonly options: ExecFileSyncOptions & { readonly encoding: 'utf8' };
}

/** The command that asks git about a folder; undefined if there is no git outside of the repository. */
export function gitCommand(folder: string, words: readonly string[]): GitCommand | undefined {
  const root = findUp(folder, '.git') ?? folder;
  if (!exists(root)) return undefined;
  const program = findGit(process.env.PATH ?? '', realPath(root), realProgram);
  if (program === undefined) return undefined;
  return {
    program,
    words: ['-C', folder, ...SWITCHES, ...words],
    options: {
      // Windows looks for programs in the working directory first.
      cwd: path.dirname(program),
      encoding: 'utf8',
      env: gitEnvironment(process.env),
      maxBuffer: MAX_OUTPUT,
      timeout: PATIENCE_MS,
      windowsHide: true,
    },
  };
}

/**
 * The file that git is, by the folders of a `PATH`. Those that are relative, or lie in the workspace, links followed,
 * are passed over. `realOf` gives the real path of a file that can be run.
 */
export function findGit(
  folders: string,
  root: string,
  realOf: (file: string) => string | undefined,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const isFixed = (folder: string): boolean =>
    paths.isAbsolute(folder) && (platform !== 'win32' || paths.parse(folder).root.length > 1);
  const isInside = (file: string): boolean => {
    const way = paths.relative(root, file);
    return !paths.isAbsolute(way) && way.split(paths.sep)[0] !== '..';
  };
  for (const entry of folders.split(paths.delimiter)) {
    const folder = entry.replace(/^"(.*)"$/, '$1');
    if (!isFixed(folder)) continue;
    const file = paths.join(folder, platform === 'win32' ? 'git.exe' : 'git');
    const real = realOf(file);
    if (real !== undefined && !isInside(file) && !isInside(real)) return file;
  }
  return undefined;
}

/** The environment for git, made of a process's own. */
export function gitEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(own).filter(([name]) => !/^GIT_/i.test(name) || KEPT.test(name));
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
