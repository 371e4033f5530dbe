/** Queries files and folders. With readFile.ts and writeFile.ts, the only file access outside of the editor. */

import * as fs from 'node:fs';
import * as path from 'node:path';

/** The kind of entry at a path, symbolic links followed; undefined if there is none or it is not accessible. */
export function kindOf(file: string): 'file' | 'folder' | undefined {
  const stat = statOf(file);
  if (stat?.isDirectory()) return 'folder';
  return stat?.isFile() ? 'file' : undefined;
}

/** True for a symbolic link, even a broken one. */
export function isLink(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** The `stat` of a file, symbolic links followed; undefined if there is none or it is not accessible. */
export function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch {
    // The path may have a cycle of links, or an unreadable folder.
    return undefined;
  }
}

/** The `stat` of a file that is no symbolic link; undefined for anything else. */
export function plainStatOf(file: string): fs.Stats | undefined {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? stat : undefined;
}

/** The path with every symbolic link in it resolved. The path must exist. */
export function realPath(file: string): string {
  return fs.realpathSync(file);
}

/** True if `file` is `folder` or below it. Compares the paths without following links. */
export function isUnder(folder: string, file: string): boolean {
  return `${file}${path.sep}`.startsWith(`${folder}${path.sep}`);
}

/** Converts a path's separators to `/`. */
export function slashed(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}

/** True if the path exists, symbolic links followed. */
export function exists(file: string): boolean {
  return fs.existsSync(file);
}

/** The nearest folder, from `folder` upwards, with an entry `name`; undefined if there is none. */
export function findUp(folder: string, name: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, name))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/** The names in a folder, sorted; none if it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch {
    return [];
  }
}
