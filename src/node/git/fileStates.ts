/**
 * The states of files that evidence is for. The commit that evidence names may be gone: amended, rebased or squashed.
 * The digest of its files outlives it, in the work tree or in a commit of the history.
 */

import type { Evidence } from '../../core/plan/evidence';
import type { CommitState, FileState, ScopedEvidence } from '../../core/plan/fileState';
import { isRepository } from './branch';
import { changedFiles, objectId } from './changedFiles';
import { askGit } from './git';
import type { Files, Globs, Place, Tracked } from './trackedFiles';
import { countsIn, digestOf, filesOfCommit, trackedFiles } from './trackedFiles';

/** An id, or the start of one. Evidence that names a branch would always be up to date. */
const ID = /^[0-9a-f]{4,64}$/;
/** The maximum number of commits that are searched for a digest. */
const MAX_COMMITS = 100;

/** The state of the files of a commit. */
export async function commitState(place: Place, globs: Globs, commit: string): Promise<CommitState> {
  if (!(await isRepository(place.folder))) return { kind: 'no git' };
  const id = await objectId(place.folder, commit, 'commit');
  return known(id, id === undefined ? undefined : await filesOfCommit(place, globs, id), globs);
}

/** The state of the files as they are now, with the commit that is checked out. */
export async function workTreeState(place: Place, globs: Globs): Promise<CommitState> {
  if (!(await isRepository(place.folder))) return { kind: 'no git' };
  const now = await trackedFiles(place, globs);
  return known(await objectId(place.folder, 'HEAD', 'commit'), now?.files, globs);
}

/** Compares the files as they are now with the state in each evidence. */
export async function compareFiles(place: Place, list: readonly ScopedEvidence[]): Promise<FileState[]> {
  if (!(await isRepository(place.folder))) return list.map(() => ({ kind: 'no git' }));
  const scopes = new Map<string, Promise<Tracked | undefined>>();
  const states: FileState[] = [];
  for (const { evidence, files } of list) {
    const key = JSON.stringify(files);
    const now = scopes.get(key) ?? trackedFiles(place, files);
    scopes.set(key, now);
    states.push(await compare(place, files, await now, evidence));
  }
  const lost = [...list.entries()].filter(([at]) => states[at]?.kind === 'unknown');
  for (const [at, commit] of await findInHistory(place, new Map(lost))) {
    const one = list[at];
    if (one) states[at] = await changedSince(place, one.files, { ...one.evidence, tree: commit });
  }
  return states;
}

async function compare(
  place: Place,
  globs: Globs,
  now: Tracked | undefined,
  evidence: Evidence,
): Promise<FileState> {
  if (!now) return { kind: 'no git' };
  if (isEmpty(now.files, globs)) return { kind: 'empty' };
  if (evidence.files !== digestOf(now.files)) return changedSince(place, globs, evidence);
  // What git cannot compare without running a filter counts as changed.
  return now.unsure.length === 0 ? { kind: 'same' } : { kind: 'changed', files: now.unsure };
}

/** What changed since the commit of evidence. */
async function changedSince(place: Place, globs: Globs, { tree, seen }: Evidence): Promise<FileState> {
  const { folder, contents } = place;
  const found = ID.test(tree)
    ? await changedFiles(folder, tree, countsIn(place, globs), contents)
    : undefined;
  if (!found) return { kind: 'unknown' };
  const files = [...found.changed, ...found.unknown];
  // A check that was seen may have run on files that were not committed, which are not those of the commit.
  return files.length === 0 && !seen ? { kind: 'same' } : { kind: 'changed', files };
}

/** The last commits that have the files of evidence, by the keys of `wanted`. */
async function findInHistory(
  place: Place,
  wanted: ReadonlyMap<number, ScopedEvidence>,
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const open = new Map([...wanted].filter(([, { evidence }]) => evidence.files !== undefined));
  if (open.size === 0) return found;
  const listed = await askGit(place.folder, ['rev-list', `--max-count=${MAX_COMMITS}`, 'HEAD']);
  for (const commit of listed?.split('\n').filter(Boolean) ?? []) {
    const digests = new Map<string, string | undefined>();
    for (const [at, { evidence, files: globs }] of open) {
      const key = JSON.stringify(globs);
      if (!digests.has(key)) {
        const files = await filesOfCommit(place, globs, commit);
        digests.set(key, files && digestOf(files));
      }
      if (digests.get(key) !== evidence.files) continue;
      found.set(at, commit);
      open.delete(at);
    }
    if (open.size === 0) break;
  }
  return found;
}

function known(id: string | undefined, files: Files | undefined, globs: Globs): CommitState {
  if (id === undefined || !files) return { kind: 'unknown' };
  return isEmpty(files, globs) ? { kind: 'empty' } : { kind: 'known', id, files: digestOf(files) };
}

function isEmpty(files: Files, globs: Globs): boolean {
  return files.size === 0 && globs.length > 0;
}
