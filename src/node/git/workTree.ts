/**
 * The tracked files of a work tree, as object ids. Git would run filters to compare contents, which are programs that
 * the repository names. So git only lists ids, and this file hashes the contents.
 */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileFingerprint } from '../../core/cache/fingerprint';
import { fingerprintOf, isSameFile } from '../../core/cache/fingerprint';
import { exists, realPath } from '../files/files';
import { askGit } from './git';
import type { TreeEntry } from './objects';
import { blobId, blobIds, entriesOf } from './objects';

/** A file of the work tree: the ids that git may have for it. Only the content of a plain file may be converted. */
export type WorkTreeFile =
  | { readonly ids: readonly string[]; readonly plain: boolean }
  | 'missing'
  | 'unknown';

/** The blob ids of a file's content, as it is and with LF line endings, and the fingerprint of the file. */
interface FileContent {
  readonly fingerprint: FileFingerprint | undefined;
  readonly ids: readonly string[];
}

/** A cache of contents by path. A file with an unchanged fingerprint is not read again. */
export type Contents = Map<string, FileContent>;

const IN_INDEX = /^(\w) (\d+) ([0-9a-f]+) \d\t([\s\S]+)$/;
const LINK = '120000';
const SUBMODULE = '160000';
/** The attributes, other than those for line endings, that make git convert a file's content. */
const CONVERTING = ['filter', 'ident', 'working-tree-encoding'];
const MAX_BYTES = 64 * 1024 * 1024;
/** The maximum time for which a loop over files blocks the event loop, in milliseconds. */
const TURN_MS = 15;

/** The files in the index below a folder, relative to it; undefined if git fails. */
export async function readIndex(folder: string): Promise<Map<string, TreeEntry> | undefined> {
  const staged = await askGit(folder, ['ls-files', '--stage', '-t', '-z']);
  if (staged === undefined) return undefined;
  return entriesOf(staged, IN_INDEX, ([, tag, mode = '', id = '', file = '']) => [
    file,
    { mode, id, skipped: tag === 'S' },
  ]);
}

/**
 * A function that reads a file below a folder. `entry` has the hash algorithm and the expected mode, `staged` is the
 * file in the index. Lets other work run between files.
 */
export function workTreeReader(
  folder: string,
  contents: Contents,
): (file: string, entry: TreeEntry, staged: TreeEntry | undefined) => Promise<WorkTreeFile> {
  const root = realPath(folder);
  const withoutLinks = new Map<string, boolean>();
  /** True if the folder exists and no symbolic link leads to it. Git treats files behind a link as deleted. */
  const isWithoutLinks = (place: string): boolean => {
    const known = withoutLinks.get(place) ?? (exists(place) && realPath(place) === place);
    withoutLinks.set(place, known);
    return known;
  };
  let turn = Date.now();
  return async (file, entry, staged) => {
    if (Date.now() - turn >= TURN_MS) {
      await setImmediate();
      turn = Date.now();
    }
    // The replacement character stands for bytes that are not valid UTF-8, so the file's real name is unknown.
    if (file.includes('\uFFFD')) return 'unknown';
    const place = path.join(root, file);
    const stat = isWithoutLinks(path.dirname(place))
      ? fs.lstatSync(place, { throwIfNoEntry: false })
      : undefined;
    if (entry.mode === SUBMODULE) {
      const isCheckedOut = stat && exists(path.join(place, '.git'));
      const head = isCheckedOut
        ? (await askGit(place, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.trim()
        : staged?.id;
      return { ids: head === undefined ? [] : [head], plain: false };
    }
    return stat ? readEntry(place, stat, entry, contents) : 'missing';
  };
}

function readEntry(place: string, stat: fs.Stats, { id, mode }: TreeEntry, contents: Contents): WorkTreeFile {
  try {
    if (stat.isSymbolicLink()) {
      const target = Buffer.from(fs.readlinkSync(place));
      return { ids: mode === LINK ? [blobId(target, id)] : [], plain: false };
    }
    if (!stat.isFile()) return { ids: [], plain: false };
    if (stat.size > MAX_BYTES) return 'unknown';
    return { ids: readContent(place, stat, id, contents).ids, plain: true };
  } catch {
    return 'unknown';
  }
}

function readContent(place: string, stat: fs.Stats, otherId: string, contents: Contents): FileContent {
  const fingerprint = fingerprintOf(stat, Date.now());
  const known = contents.get(place);
  if (known && isSameFile(known.fingerprint, fingerprint)) return known;
  const bytes = fs.readFileSync(place);
  const content = { fingerprint, ids: blobIds(bytes, otherId) };
  contents.set(place, content);
  return content;
}

/** The files with an attribute that makes git convert their content. */
export async function convertedFiles(folder: string, files: readonly string[]): Promise<Set<string>> {
  if (files.length === 0) return new Set();
  const args = ['check-attr', '-z', '--stdin', ...CONVERTING];
  const parts = (await askGit(folder, args, files.join('\0')))?.split('\0') ?? [];
  const found = new Set<string>();
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [file = '', value = ''] = [parts[at], parts[at + 2]];
    if (value !== 'unspecified' && value !== 'unset') found.add(file);
  }
  return found;
}
