/** The tracked files that evidence is for, and a digest of them. */

import { createHash } from 'node:crypto';
import type { Scope } from '../../core/plan/fileState';
import { isInScope } from '../../core/plan/fileState';
import { filesIn } from './changedFiles';
import type { TreeEntry } from './objects';
import type { Contents } from './workTree';
import { convertedFiles, readIndex, workTreeReader } from './workTree';

/** Where files are, and which of them are design docs. Paths are relative to the folder. */
export interface Place {
  /** The root of the repository. */
  readonly folder: string;
  /** The document with the evidence. */
  readonly document: string;
  readonly isDesignDoc: (file: string) => boolean;
  /** A cache for repeated calls. */
  readonly contents: Contents;
}

/** The globs of a scope. */
export type Globs = Scope['files'];

/** Files by path. */
export type Files = ReadonlyMap<string, TreeEntry>;

/** The files as they are now. Only a filter could tell whether `unsure` ones changed; they have their id of the index. */
export interface Tracked {
  readonly files: Files;
  readonly unsure: readonly string[];
}

const DIGEST_LENGTH = 16;

/** A predicate for the files in a scope. */
export function countsIn({ document, isDesignDoc }: Place, files: Globs): (file: string) => boolean {
  return isInScope({ document, files }, isDesignDoc);
}

/** The files of a commit in a scope; undefined if git does not have them. */
export async function filesOfCommit(place: Place, globs: Globs, commit: string): Promise<Files | undefined> {
  const files = await filesIn(place.folder, commit);
  const counts = countsIn(place, globs);
  return files && new Map([...files].filter(([file]) => counts(file)));
}

/** The tracked files in a scope as they are now; undefined if git fails. */
export async function trackedFiles(place: Place, globs: Globs): Promise<Tracked | undefined> {
  const { folder, contents } = place;
  const index = await readIndex(folder);
  if (!index) return undefined;
  const counts = countsIn(place, globs);
  const read = workTreeReader(folder, contents);
  const files = new Map<string, TreeEntry>();
  const [unsure, differing]: [string[], Map<string, TreeEntry>] = [[], new Map()];
  for (const [file, entry] of index) {
    if (!counts(file)) continue;
    const own = entry.skipped ? undefined : await read(file, entry, entry);
    if (own === 'missing') continue;
    files.set(file, entry);
    if (own === 'unknown') unsure.push(file);
    else if (own && !own.ids.includes(entry.id)) {
      const changed = { ...entry, id: own.ids.at(-1) ?? '' };
      if (own.plain) differing.set(file, changed);
      else files.set(file, changed);
    }
  }
  const converted = await convertedFiles(folder, [...differing.keys()]);
  for (const [file, changed] of differing) {
    if (converted.has(file)) unsure.push(file);
    else files.set(file, changed);
  }
  return { files, unsure: unsure.sort() };
}

/** A digest of paths, modes and contents. */
export function digestOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [file, { mode, id }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${mode} ${id}\t${file}\0`);
  }
  return hash.digest('hex').slice(0, DIGEST_LENGTH);
}
