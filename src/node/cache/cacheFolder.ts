/**
 * The folder of the cache: the user's cache folder, and never the workspace, where an archive or a checkout could bring
 * a cache along.
 */

import { homedir } from 'node:os';
import * as path from 'node:path';
import { exists, isUnder, realPath } from '../files/files';

const FOLDER_NAME = 'design-docs';

/** The cache folder for a workspace; undefined if there is none outside of the workspace itself. */
export function cacheFolder(root: string): string | undefined {
  const cache = userCache();
  if (cache === undefined || isUnder(realPath(root), realFuturePath(cache))) return undefined;
  return path.join(cache, FOLDER_NAME);
}

/** The user's cache folder on this platform; undefined if it is unknown. */
function userCache(): string | undefined {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = process.env;
  if (process.platform === 'win32') return path.isAbsolute(local) ? local : undefined;
  if (path.isAbsolute(xdg)) return xdg;
  const home = homedir();
  if (!path.isAbsolute(home)) return undefined;
  return path.join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}

/** The real path of a folder that may not exist yet. */
function realFuturePath(folder: string): string {
  const parent = path.dirname(folder);
  if (exists(folder) || parent === folder) return realPath(folder);
  return path.join(realFuturePath(parent), path.basename(folder));
}
