/**
 * Where what can be made anew is kept between runs: in the user's own folder for such things, and never where an archive
 * or a checkout could bring it along.
 */

import { homedir } from 'node:os';
import * as path from 'node:path';
import { exists, isUnder, realPath } from '../files/files';

const OWN = 'design-docs';

/** The folder for what is found in a workspace; undefined if there is none outside of the workspace itself. */
export function cacheFolder(root: string): string | undefined {
  const cache = userCache();
  if (cache === undefined || isUnder(realPath(root), realWay(cache))) return undefined;
  return path.join(cache, OWN);
}

/** The folder that the system has for what programs can make anew. */
function userCache(): string | undefined {
  const { XDG_CACHE_HOME: named = '', LOCALAPPDATA: local = '' } = process.env;
  if (process.platform === 'win32') return path.isAbsolute(local) ? local : undefined;
  if (path.isAbsolute(named)) return named;
  const home = homedir();
  if (!path.isAbsolute(home)) return undefined;
  return path.join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}

/** The real path of a folder that may be yet to be made. */
function realWay(folder: string): string {
  const parent = path.dirname(folder);
  if (exists(folder) || parent === folder) return realPath(folder);
  return path.join(realWay(parent), path.basename(folder));
}
