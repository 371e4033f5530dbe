/** What git knows. Without git, or outside a repository, it knows nothing, and that is no error. */

import { findUp } from './files';

const MAX_OUTPUT = 256 * 1024 * 1024;

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
  return git(folder, ['config', 'user.name'])?.trim() || undefined;
}

/**
 * The tracked files under a folder that differ from a named state of them (a commit, a tag, a tree), relative to it;
 * undefined if git knows no such state.
 */
export function changedFiles(folder: string, state: string): string[] | undefined {
  // What opens with a dash would be an option, and a description such as HEAD@{1} means another state tomorrow.
  if (!/^\w[\w.+/-]*$/.test(state)) return undefined;
  const tree = git(folder, ['rev-parse', '--verify', '--quiet', `${state}^{tree}`])?.trim();
  if (!tree) return undefined;
  // Names alone need no program that the repository's configuration could name, and no look into submodules.
  const quiet = ['--no-renames', '--ignore-submodules=dirty'];
  const listed = git(folder, ['diff', '--name-only', '--relative', '-z', ...quiet, tree, '--']);
  return listed?.split('\0').filter((file) => file !== '');
}

function git(folder: string, words: readonly string[]): string | undefined {
  // Loaded here, for most commands need no git, and starting is most of what they cost.
  const { execFileSync }: typeof import('node:child_process') = require('node:child_process');
  try {
    // A repository's own configuration can name a file-system monitor, which git would then run.
    return execFileSync('git', ['-c', 'core.fsmonitor=false', ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: plainEnvironment(),
      maxBuffer: MAX_OUTPUT,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

/** Inside a git hook, variables tie every git command to that hook's repository and index. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const {
    GIT_DIR: _dir,
    GIT_WORK_TREE: _tree,
    GIT_INDEX_FILE: _index,
    GIT_PREFIX: _prefix,
    ...rest
  } = process.env;
  return rest;
}
