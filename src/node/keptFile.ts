/** Files that are kept between runs and can be made anew: whatever is wrong with one, it is as if there were none. */

import * as fs from 'node:fs';
import * as path from 'node:path';

const MAX_BYTES = 512 * 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;
/** A file that nobody has used for so long may go. */
const UNUSED = 90 * DAY;
/** So many files at most are looked at to find those. */
const MOST_FILES = 1000;
/** A link leads to a file of somebody else's choice. Windows has no such flag, and only who has rights makes links. */
const { O_RDONLY, O_NOFOLLOW = 0 } = fs.constants;

/** The bytes of such a file; undefined if there is none, or one that somebody else may have written. */
export function readKept(file: string): Buffer | undefined {
  let open: number | undefined;
  try {
    open = fs.openSync(file, O_RDONLY | O_NOFOLLOW);
    const stat = fs.fstatSync(open);
    if (!stat.isFile() || stat.size > MAX_BYTES || !isOwn(stat)) return undefined;
    markUsed(file, stat);
    return fs.readFileSync(open);
  } catch {
    return undefined;
  } finally {
    if (open !== undefined) fs.closeSync(open);
  }
}

/**
 * Writes the file as a whole: who reads it meanwhile sees the old one or the new one, and of two who write it at once
 * the later one wins. Where it cannot be written, nothing happens.
 */
export function writeKept(file: string, bytes: Buffer): void {
  if (!isFolder(path.dirname(file))) return;
  const draft = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(draft, bytes, { flag: 'wx', mode: 0o600 });
    fs.renameSync(draft, file);
  } catch {
    fs.rmSync(draft, { force: true });
  }
}

/** Removes files with such a name from a folder, if nobody has used them for long. What cannot be removed stays. */
export function removeUnused(folder: string, name: RegExp): void {
  if (!isFolder(folder)) return;
  attempt(() => {
    const names = fs.readdirSync(folder).filter((one) => name.test(one));
    for (const one of names.slice(0, MOST_FILES)) {
      const file = path.join(folder, one);
      const stat = fs.lstatSync(file, { throwIfNoEntry: false });
      if (stat?.isFile() && stat.mtimeMs < Date.now() - UNUSED) attempt(() => fs.unlinkSync(file));
    }
  });
}

/** A file that is read is in use, though it stays as it is; to tell that once a day is enough. */
function markUsed(file: string, { mtimeMs }: fs.Stats): void {
  const now = Date.now();
  if (mtimeMs < now - DAY) attempt(() => fs.lutimesSync(file, now / 1000, now / 1000));
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing that is done to kept files is worth an error.
  }
}

/** Makes the folder if need be. A link might lead to one in which nothing is to be replaced. */
function isFolder(folder: string): boolean {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    return fs.lstatSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** What somebody else wrote, or may write, is not for us. Windows has a folder for each user instead. */
function isOwn({ uid, mode }: fs.Stats): boolean {
  return process.getuid === undefined || (process.getuid() === uid && (mode & 0o022) === 0);
}
