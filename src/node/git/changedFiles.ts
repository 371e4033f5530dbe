/** Finds the tracked files that differ from a git state. `git diff` would run filters. */

import { askGit } from './git';
import type { TreeEntry } from './objects';
import { readTree } from './objects';
import type { Contents, WorkTreeFile } from './workTree';
import { convertedFiles, readIndex, workTreeReader } from './workTree';

/** The result of a comparison, as paths relative to the compared folder. */
export interface FileChanges {
  readonly changed: readonly string[];
  /** Files that could not be compared: they are too large, or git would run a filter on them. */
  readonly unknown: readonly string[];
}

/** Excludes names that git would take as options, and relative ones such as HEAD@{1}, whose meaning changes. */
const STATE = /^\w[\w.+/-]*$/;

/** The id of the object of a kind that a name stands for; undefined if git does not know it. */
export async function objectId(
  folder: string,
  name: string,
  kind: 'commit' | 'tree',
): Promise<string | undefined> {
  return STATE.test(name) ? idOf(folder, name, kind) : undefined;
}

/**
 * The id of the commit that a revision stands for, as the user types it now: relative ones such as `HEAD~1` too.
 * Undefined if git does not know it.
 */
export async function revisionId(folder: string, revision: string): Promise<string | undefined> {
  return revision.startsWith('-') ? undefined : idOf(folder, revision, 'commit');
}

async function idOf(folder: string, name: string, kind: 'commit' | 'tree'): Promise<string | undefined> {
  const id = await askGit(folder, ['rev-parse', '--verify', '--quiet', `${name}^{${kind}}`]);
  return id?.trim() || undefined;
}

/** The files of a commit or tree below a folder, relative to it; undefined if git does not have them. */
export async function filesIn(folder: string, tree: string): Promise<Map<string, TreeEntry> | undefined> {
  const listed = await askGit(folder, ['ls-tree', '-r', '-z', tree]);
  return listed === undefined ? undefined : readTree(listed);
}

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
  const tree = await objectId(folder, state, 'tree');
  const then = tree === undefined ? undefined : await filesIn(folder, tree);
  const now = then && (await readIndex(folder));
  if (!then || !now) return undefined;
  const read = workTreeReader(folder, contents);
  const found: Record<Verdict, string[]> = { same: [], changed: [], unknown: [], 'other bytes': [] };
  for (const file of [...new Set([...then.keys(), ...now.keys()])].filter(counts)) {
    found[await compared(file, then.get(file), now.get(file), read)].push(file);
  }
  const converted = await convertedFiles(folder, found['other bytes']);
  for (const file of found['other bytes']) found[converted.has(file) ? 'unknown' : 'changed'].push(file);
  return { changed: found.changed.sort(), unknown: found.unknown.sort() };
}

type Verdict = 'same' | 'changed' | 'unknown' | 'other bytes';

async function compared(
  file: string,
  then: TreeEntry | undefined,
  now: TreeEntry | undefined,
  read: (file: string, entry: TreeEntry, staged: TreeEntry | undefined) => Promise<WorkTreeFile>,
): Promise<Verdict> {
  if (now?.skipped || (then && now && then.mode !== now.mode)) {
    return then?.id === now.id && then.mode === now.mode ? 'same' : 'changed';
  }
  const entry = then ?? now;
  const own = entry ? await read(file, entry, now) : 'missing';
  if (own === 'unknown') return 'unknown';
  if (!then || own === 'missing') return !then && own === 'missing' ? 'same' : 'changed';
  if (own.ids.includes(then.id)) return 'same';
  return own.plain ? 'other bytes' : 'changed';
}
