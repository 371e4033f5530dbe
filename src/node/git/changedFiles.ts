/**
 * Finds the tracked files that differ from a git state. `git diff` would run filters, which are programs that the
 * repository names. So git only lists object ids, and this file hashes and compares the contents.
 */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileFingerprint } from '../../core/cache/fingerprint';
import { fingerprintOf, isSameFile } from '../../core/cache/fingerprint';
import { exists, realPath } from '../files/files';
import { askGit } from './git';
import type { TreeEntry } from './objects';
import { blobId, blobIds, entriesOf, readTree } from './objects';

/** The result of a comparison, as paths relative to the compared folder. */
export interface FileChanges {
  readonly changed: readonly string[];
  /** Files that could not be compared: they are too large, or git would run a filter on them. */
  readonly unknown: readonly string[];
}

/** Excludes names that git would take as options, and relative ones such as HEAD@{1}, whose meaning changes. */
const STATE = /^\w[\w.+/-]*$/;
const IN_INDEX = /^(\w) (\d+) ([0-9a-f]+) \d\t([\s\S]+)$/;
const LINK = '120000';
const SUBMODULE = '160000';
/** The attributes, other than those for line endings, that make git convert a file's content. */
const CONVERTING = ['filter', 'ident', 'working-tree-encoding'];
const MAX_BYTES = 64 * 1024 * 1024;
/** The maximum time for which the comparison blocks the event loop, in milliseconds. */
const TURN_MS = 15;

/** The blob ids of a file's content, as it is and with LF line endings, and the fingerprint of the file. */
interface FileContent {
  readonly fingerprint: FileFingerprint | undefined;
  readonly ids: readonly string[];
}

/** A cache of contents by path. A file with an unchanged fingerprint is not read again. */
export type Contents = Map<string, FileContent>;

/**
 * The tracked files under a folder that pass `counts` and differ from a state (a commit, a tag or a tree), relative to
 * the folder; undefined if git does not know the state. `contents` is a cache for repeated calls.
 */
export async function changedFiles(
  folder: string,
  state: string,
  counts: (file: string) => boolean,
  contents: Contents = new Map(),
): Promise<FileChanges | undefined> {
  if (!STATE.test(state)) return undefined;
  const tree = (await askGit(folder, ['rev-parse', '--verify', '--quiet', `${state}^{tree}`]))?.trim();
  if (!tree) return undefined;
  const listed = await askGit(folder, ['ls-tree', '-r', '-z', tree]);
  const staged = await askGit(folder, ['ls-files', '--stage', '-t', '-z']);
  if (listed === undefined || staged === undefined) return undefined;
  const [then, now] = [readTree(listed), readIndex(staged)];
  const files = [...new Set([...then.keys(), ...now.keys()])].filter(counts).sort();
  const compare = comparer(folder, contents);
  const [changed, unknown, differing]: [string[], string[], string[]] = [[], [], []];
  let turn = Date.now();
  for (const file of files) {
    const verdict = await compare(file, then.get(file), now.get(file));
    if (verdict === 'changed') changed.push(file);
    if (verdict === 'unknown') unknown.push(file);
    if (verdict === 'other bytes') differing.push(file);
    if (Date.now() - turn < TURN_MS) continue;
    await setImmediate();
    turn = Date.now();
  }
  const converted = await convertedFiles(folder, differing);
  for (const file of differing) (converted.has(file) ? unknown : changed).push(file);
  return { changed: changed.sort(), unknown: unknown.sort() };
}

type Verdict = 'same' | 'changed' | 'unknown' | 'other bytes';

function comparer(
  folder: string,
  contents: Contents,
): (file: string, then: TreeEntry | undefined, now: TreeEntry | undefined) => Promise<Verdict> {
  const root = realPath(folder);
  const withoutLinks = new Map<string, boolean>();
  /** True if the folder exists and no symbolic link leads to it. Git treats files behind a link as deleted. */
  const isWithoutLinks = (place: string): boolean => {
    const known = withoutLinks.get(place) ?? (exists(place) && realPath(place) === place);
    withoutLinks.set(place, known);
    return known;
  };
  return async (file, then, now) => {
    if (now?.skipped || (then && now && then.mode !== now.mode)) {
      return then?.id === now.id && then.mode === now.mode ? 'same' : 'changed';
    }
    // The replacement character stands for bytes that are not valid UTF-8, so the file's real name is unknown.
    if (file.includes('\uFFFD')) return 'unknown';
    const place = path.join(root, file);
    const stat = isWithoutLinks(path.dirname(place))
      ? fs.lstatSync(place, { throwIfNoEntry: false })
      : undefined;
    const entry = then ?? now;
    if (entry?.mode === SUBMODULE) {
      const isCheckedOut = stat && exists(path.join(place, '.git'));
      const head = isCheckedOut ? await askGit(place, ['rev-parse', '--verify', '--quiet', 'HEAD']) : now?.id;
      return then?.id === head?.trim() ? 'same' : 'changed';
    }
    if (!then || !stat) return Boolean(then) === Boolean(stat) ? 'same' : 'changed';
    return compareContent(place, stat, then, contents);
  };
}

function compareContent(place: string, stat: fs.Stats, { id, mode }: TreeEntry, contents: Contents): Verdict {
  try {
    if (stat.isSymbolicLink()) {
      const target = Buffer.from(fs.readlinkSync(place));
      return mode === LINK && blobId(target, id) === id ? 'same' : 'changed';
    }
    if (!stat.isFile()) return 'changed';
    if (stat.size > MAX_BYTES) return 'unknown';
    return readContent(place, stat, id, contents).ids.includes(id) ? 'same' : 'other bytes';
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
async function convertedFiles(folder: string, files: readonly string[]): Promise<Set<string>> {
  if (files.length === 0) return new Set();
  const words = ['check-attr', '-z', '--stdin', ...CONVERTING];
  const parts = (await askGit(folder, words, files.join('\0')))?.split('\0') ?? [];
  const found = new Set<string>();
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [file = '', value = ''] = [parts[at], parts[at + 2]];
    if (value !== 'unspecified' && value !== 'unset') found.add(file);
  }
  return found;
}

function readIndex(text: string): Map<string, TreeEntry> {
  return entriesOf(text, IN_INDEX, ([, tag, mode = '', id = '', file = '']) => [
    file,
    { mode, id, skipped: tag === 'S' },
  ]);
}
