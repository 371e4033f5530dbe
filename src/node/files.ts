/** Files and folders: the only place outside of the editor that touches the disk. */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { UserError } from '../core/errors';
import type { Files } from '../core/rules/rule';

/** Nobody writes a design doc this long; a file that is longer is something else. */
const MAX_BYTES = 2 * 1024 * 1024;
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
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return 'folder';
  return stat?.isFile() ? 'file' : undefined;
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

/**
 * Finds the files around a document, for its links. Nothing is read, and what lies outside of `root` is not looked at:
 * a document must not make anybody search the disk. A folder is listed once, however many documents ask for it.
 */
export function filesAround(root: string): (document: string) => Files {
  const listed = new Map<string, readonly string[]>();
  const list = (folder: string): readonly string[] => {
    const names = listed.get(folder) ?? namesIn(folder);
    listed.set(folder, names);
    return names;
  };
  return (document) => {
    const folder = path.dirname(document);
    const inside = (target: string): boolean => isUnder(root, path.resolve(folder, target));
    return {
      exists: (target) => !inside(target) || fs.existsSync(path.resolve(folder, target)),
      beside: (target) => {
        const parent = path.posix.dirname(target);
        const names = inside(parent) ? list(path.resolve(folder, parent)) : [];
        return parent === '.' ? names : names.map((name) => `${parent}/${name}`);
      },
    };
  };
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

/** The text of a UTF-8 file, its byte order mark kept. Throws a `UserError` if it cannot be read as such. */
export function readText(file: string): string {
  const fail = (why: string): UserError => new UserError('unreadable-file', `${fromHere(file)} ${why}`);
  let bytes: Buffer;
  try {
    if (fs.statSync(file).size > MAX_BYTES) throw fail('is larger than 2 MB, which no design doc is.');
    bytes = fs.readFileSync(file);
  } catch (error) {
    throw error instanceof UserError ? error : fail(`cannot be read: ${reason(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw fail('is not valid UTF-8. Convert it, then try again.');
  }
}

/**
 * Replaces a file's text as a whole: a reader sees the old text or the new one, never half of it. Throws a
 * `UserError` if the file no longer holds `before`, or cannot be written.
 */
export function replaceText(file: string, before: string, after: string): void {
  // A link stays a link: the file that it leads to is replaced.
  const target = realPath(file);
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const mode = fs.statSync(target).mode;
    fs.writeFileSync(draft, after, { flag: 'wx', mode });
    // The mode given above is narrowed by the process's mask.
    fs.chmodSync(draft, mode);
    if (readText(target) !== before) {
      throw new UserError(
        'file-changed',
        `${fromHere(file)} changed on the disk in the meantime, and is left as it is. Try again.`,
      );
    }
    fs.renameSync(draft, target);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error instanceof UserError ? error : notWritten(file, error);
  }
}

/** Writes a new file, and its folder if that is missing. Throws a `UserError` if the file exists. */
export function createText(file: string, text: string): void {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw notWritten(file, error);
    throw new UserError(
      'file-exists',
      `${fromHere(file)} is there already, and is left as it is. Choose another title.`,
    );
  }
}

function notWritten(file: string, error: unknown): UserError {
  return new UserError('unwritable-file', `${fromHere(file)} cannot be written: ${reason(error)}`);
}

/** A path as people name it: seen from the current folder. */
function fromHere(file: string): string {
  return path.relative('', file) || '.';
}

function reason(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist.',
    EACCES: 'permission is denied.',
    EPERM: 'permission is denied.',
    EISDIR: 'it is a folder.',
    ENOTDIR: 'a part of its path is a file.',
    ENOSPC: 'the disk is full.',
    EROFS: 'the disk is read-only.',
  };
  return reasons[codeOf(error)] ?? String(error instanceof Error ? error.message : error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
