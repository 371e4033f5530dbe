/** Files in the user's cache folder. A cache can be rebuilt, so failures to read or write it are ignored. */

import * as fs from 'node:fs';
import * as path from 'node:path';

const MAX_BYTES = 512 * 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;
/** The time in milliseconds after which an unread file is removed. */
const UNUSED = 90 * DAY;
/** The maximum number of files checked for removal in one run. */
const MAX_FILES = 1000;
/** Without following symbolic links, which another user could redirect. Windows lacks the flag, but restricts links. */
const { O_RDONLY, O_NOFOLLOW = 0 } = fs.constants;

/** The bytes of a file, which is marked as used; undefined if there is none, or if another user may have written it. */
export function readCacheFile(file: string): Buffer | undefined {
  let open: number | undefined;
  try {
    open = fs.openSync(file, O_RDONLY | O_NOFOLLOW);
    const stat = fs.fstatSync(open);
    if (!stat.isFile() || stat.size > MAX_BYTES || !isPrivate(stat)) return undefined;
    markUsed(file, stat);
    return fs.readFileSync(open);
  } catch {
    return undefined;
  } finally {
    if (open !== undefined) fs.closeSync(open);
  }
}

/** Replaces a file atomically, so that no process reads a partial one. Does nothing if it cannot be written. */
export function writeCacheFile(file: string, bytes: Buffer): void {
  if (!isFolder(path.dirname(file))) return;
  const draft = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(draft, bytes, { flag: 'wx', mode: 0o600 });
    fs.renameSync(draft, file);
  } catch {
    fs.rmSync(draft, { force: true });
  }
}

/** Removes unused files whose names match from a folder. */
export function removeUnused(folder: string, name: RegExp): void {
  if (!isFolder(folder)) return;
  attempt(() => {
    const names = fs.readdirSync(folder).filter((one) => name.test(one));
    for (const one of names.slice(0, MAX_FILES)) {
      const file = path.join(folder, one);
      const stat = fs.lstatSync(file, { throwIfNoEntry: false });
      if (stat?.isFile() && stat.mtimeMs < Date.now() - UNUSED) attempt(() => fs.unlinkSync(file));
    }
  });
}

/** Sets the mtime of a file to now, at most once a day. */
function markUsed(file: string, { mtimeMs }: fs.Stats): void {
  const now = Date.now();
  if (mtimeMs < now - DAY) attempt(() => fs.lutimesSync(file, now / 1000, now / 1000));
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // A failure costs only the cache.
  }
}

/** Creates the folder if it is missing. False for a symbolic link, which may lead to a folder with other files. */
function isFolder(folder: string): boolean {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    return fs.lstatSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** False for a file that another user owns or may write. On Windows, only the user can write in the folder. */
function isPrivate({ uid, mode }: fs.Stats): boolean {
  return process.getuid === undefined || (process.getuid() === uid && (mode & 0o022) === 0);
}
