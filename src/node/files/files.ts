/** Files and folders: what is where. With reading.ts and writing.ts, all that touches the disk outside the editor. */

import * as fs from 'node:fs';
import * as path from 'node:path';

/** A walk that meets more than this has been started at the wrong place, such as a home folder. */
const MAX_ENTRIES = 50_000;

export interface Walk {
  /** Paths relative to the folder, with `/`, sorted. */
  readonly paths: readonly string[];
  /** False if the walk was given up half-way. */
  readonly complete: boolean;
}

/** What a path leads to, symbolic links followed; undefined if to nothing that can be read. */
export function kindOf(file: string): 'file' | 'folder' | undefined {
  const stat = statOf(file);
  if (stat?.isDirectory()) return 'folder';
  return stat?.isFile() ? 'file' : undefined;
}

/** True for a symbolic link, wherever it leads. */
export function isLink(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** What the system says of a file, symbolic links followed; undefined if there is none that can be read. */
export function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch {
    // It may be a circle of links, or below a folder that may not be read.
    return undefined;
  }
}

/** True for a file that is no symbolic link. */
export function isPlainFile(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The path with every symbolic link in it resolved. The path must exist. */
export function realPath(file: string): string {
  return fs.realpathSync(file);
}

/** True for a folder and everything below it. Links are not followed. */
export function isUnder(folder: string, file: string): boolean {
  return `${file}${path.sep}`.startsWith(`${folder}${path.sep}`);
}

/** True if a path leads to something, symbolic links followed. */
export function exists(file: string): boolean {
  return fs.existsSync(file);
}

/** The nearest folder, from `folder` upwards, that holds `name`; undefined if none does. */
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

/** True for a relative path that no part of is hidden or an installed package. */
export function isVisible(relative: string): boolean {
  return relative.split('/').every((part) => !part.startsWith('.') && part !== 'node_modules');
}

/** The files under a folder. Symbolic links are not followed; folders that cannot be read are left out. */
export function walk(folder: string): Walk {
  const paths: string[] = [];
  const waiting = [''];
  let entries = 0;
  for (let at = waiting.pop(); at !== undefined && entries <= MAX_ENTRIES; at = waiting.pop()) {
    for (const entry of entriesOf(path.join(folder, at))) {
      entries++;
      const relative = at === '' ? entry.name : `${at}/${entry.name}`;
      if (!isVisible(entry.name)) continue;
      if (entry.isDirectory()) waiting.push(relative);
      else if (entry.isFile()) paths.push(relative);
    }
  }
  return { paths: paths.sort(), complete: entries <= MAX_ENTRIES };
}

function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
