/**
 * Which tracked files differ from a named state of them. Git itself would run filters over the files to tell, which are
 * programs that a repository names; so it is asked for the names of the contents, and the files are compared here.
 */

import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileFingerprint } from '../../core/cache/fingerprint';
import { fingerprintOf, isSameFile } from '../../core/cache/fingerprint';
import { exists, realPath } from '../files/files';
import { askGit } from './git';

export interface FileChanges {
  readonly changed: readonly string[];
  /** What only a filter that git would run could tell, or is too large to be read. */
  readonly unknown: readonly string[];
}

/** A file as a tree or the index has it. */
interface TreeEntry {
  readonly mode: string;
  readonly id: string;
  /** A sparse checkout leaves it out of the work tree. */
  readonly left: boolean;
}

/** What opens with a dash would be an option, and a description such as HEAD@{1} means another state tomorrow. */
const STATE = /^\w[\w.+/-]*$/;
const IN_TREE = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/;
const IN_INDEX = /^(\w) (\d+) ([0-9a-f]+) \d\t([\s\S]+)$/;
const LINK = '120000';
const SUBMODULE = '160000';
/** What attributes turn a file into something else on its way into git, beside line endings. */
const CONVERTING = ['filter', 'ident', 'working-tree-encoding'];
const MAX_BYTES = 64 * 1024 * 1024;
/** How long the work may block the event loop, in milliseconds. */
const TURN_MS = 15;

/** The names of a file's content, as it is and with plain line endings, and the file that it was read from. */
interface FileContent {
  readonly fingerprint: FileFingerprint | undefined;
  readonly ids: readonly string[];
}

/** What has been read before, by the paths of files: those that have not been touched since need not be read again. */
export type Contents = Map<string, FileContent>;

/**
 * The tracked files under a folder that count and differ from a state (a commit, a tag, a tree), relative to it;
 * undefined if git knows no such state.
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
  const straight = new Map<string, boolean>();
  /** False for a folder that a link leads to, which git takes for gone. */
  const isStraight = (place: string): boolean => {
    const known = straight.get(place) ?? (exists(place) && realPath(place) === place);
    straight.set(place, known);
    return known;
  };
  return async (file, then, now) => {
    if (now?.left || (then && now && then.mode !== now.mode)) {
      return then?.id === now.id && then.mode === now.mode ? 'same' : 'changed';
    }
    // A name that is no UTF-8 has not come through whole.
    if (file.includes('\uFFFD')) return 'unknown';
    const place = path.join(root, file);
    const stat = isStraight(path.dirname(place)) ? fs.lstatSync(place, { throwIfNoEntry: false }) : undefined;
    const entry = then ?? now;
    if (entry?.mode === SUBMODULE) {
      const own = stat && exists(path.join(place, '.git'));
      const head = own ? await askGit(place, ['rev-parse', '--verify', '--quiet', 'HEAD']) : now?.id;
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

function readContent(place: string, stat: fs.Stats, like: string, contents: Contents): FileContent {
  const fingerprint = fingerprintOf(stat, Date.now());
  const known = contents.get(place);
  if (known && isSameFile(known.fingerprint, fingerprint)) return known;
  const bytes = fs.readFileSync(place);
  const plain = withPlainEnds(bytes);
  const ids = [blobId(bytes, like), ...(plain === bytes ? [] : [blobId(plain, like)])];
  const content = { fingerprint, ids };
  contents.set(place, content);
  return content;
}

/** The name that git gives to such a content, of the same kind as another one. */
function blobId(bytes: Buffer, { length }: string): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

/** Git may be told to write line endings as the system has them. */
function withPlainEnds(bytes: Buffer): Buffer {
  if (!bytes.includes('\r\n')) return bytes;
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

/** Those of the files that have an attribute by which git would convert them. */
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

function readTree(text: string): Map<string, TreeEntry> {
  return entriesOf(text, IN_TREE, ([, mode = '', id = '', file = '']) => [file, { mode, id, left: false }]);
}

function readIndex(text: string): Map<string, TreeEntry> {
  return entriesOf(text, IN_INDEX, ([, tag, mode = '', id = '', file = '']) => [
    file,
    { mode, id, left: tag === 'S' },
  ]);
}

function entriesOf(
  text: string,
  form: RegExp,
  read: (match: readonly string[]) => readonly [string, TreeEntry],
): Map<string, TreeEntry> {
  return new Map(
    text.split('\0').flatMap((line) => {
      const match = form.exec(line);
      return match ? [read(match)] : [];
    }),
  );
}
