/**
 * Where what can be made anew is kept between runs: beside git's own data where they lie in the workspace, else in the
 * user's folder for such things, and never among the documents.
 */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { digest } from '../core/text/digest';

const OWN = 'design-docs';
const CATALOG = 'catalog';
const COMPILED = 'compiled';
/** The names of catalogs in the user's folder, and of drafts that were never finished. */
export const catalogName = /^[0-9a-f]{14}\.catalog(?:\.\d+\.tmp)?$/;

/** The file for what is found in a workspace; undefined if there is no place for one. */
export function catalogPlace(root: string): string | undefined {
  const git = gitFolder(root);
  if (git !== undefined) return path.join(git, OWN, CATALOG);
  const cache = userCache();
  return cache && path.join(cache, OWN, `${digest(root)}.${CATALOG}`);
}

/** The folder for what Node has compiled of the program; undefined if there is no place for one. */
export function compiledFolder(): string | undefined {
  const cache = userCache();
  return cache && path.join(cache, OWN, COMPILED);
}

/**
 * Git's data of a working tree, if it lies in it. A link or a file of that name leads elsewhere: in a worktree to git's
 * data, and in an archive that somebody unpacked to wherever its author likes.
 */
function gitFolder(root: string): string | undefined {
  const folder = path.join(root, '.git');
  try {
    const isFolder = fs.lstatSync(folder).isDirectory();
    return isFolder && fs.existsSync(path.join(folder, 'HEAD')) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** The folder that the system has for what programs can make anew. */
function userCache(): string | undefined {
  const { XDG_CACHE_HOME: named = '', LOCALAPPDATA: local = '' } = process.env;
  if (process.platform === 'win32') return path.isAbsolute(local) ? local : undefined;
  if (path.isAbsolute(named)) return named;
  // Loaded here, for many environments name the folder.
  const { homedir }: typeof import('node:os') = require('node:os');
  const home = homedir();
  if (!path.isAbsolute(home)) return undefined;
  return path.join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}
