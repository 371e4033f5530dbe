/** The heads of a repository's Markdown files, read from a cache while the files are unchanged. */

import type { Head } from '../discovery/head';
import type { Profile } from '../template/profile';
import type { CacheStorage } from './documentCache';
import type { FileFingerprint } from './fingerprint';
import { isSameFile } from './fingerprint';
import { isFlag, isText, isTextOrNone, listOf, objectOf, parsed, recordOf } from './guards';

/** A head, and the state of the file from which it was read. */
export interface CachedHead {
  readonly fingerprint: FileFingerprint;
  readonly head: Head;
}

interface HeadsJson {
  /** The build that wrote the cache: another one may read heads differently. */
  readonly build: string;
  readonly heads: Readonly<Record<string, CachedHead>>;
}

/** The heads of a repository in memory. */
export interface HeadCache {
  /** The cached head of a file; undefined if the file may have changed. */
  get(path: string, fingerprint: FileFingerprint | undefined): Head | undefined;
  /** Adds a head. Without a fingerprint, it is not kept. */
  add(path: string, fingerprint: FileFingerprint | undefined, head: Head): void;
  /** Writes the cache if a head was added. Drops the heads of other paths. */
  save(paths: readonly string[]): Promise<void>;
}

/** Opens the cache under a key of a storage. Without a storage or a build name, it is empty and never saved. */
export async function openHeadCache(
  storage: CacheStorage | undefined,
  key: string,
  build: string | undefined,
): Promise<HeadCache> {
  const text = build === undefined ? undefined : await storage?.read(key);
  const heads = new Map(Object.entries(text === undefined ? {} : readHeads(text, build)));
  let isChanged = false;
  return {
    get: (path, fingerprint) => {
      const known = heads.get(path);
      return isSameFile(known?.fingerprint, fingerprint) ? known?.head : undefined;
    },
    add: (path, fingerprint, head) => {
      if (fingerprint === undefined) return;
      heads.set(path, { fingerprint, head });
      isChanged = true;
    },
    save: async (paths) => {
      if (!isChanged || build === undefined) return;
      const kept = paths.flatMap((path) => {
        const known = heads.get(path);
        return known ? [[path, known] as const] : [];
      });
      const json: HeadsJson = { build, heads: Object.fromEntries(kept) };
      await storage?.write(key, JSON.stringify(json));
    },
  };
}

function readHeads(text: string, build: string | undefined): Readonly<Record<string, CachedHead>> {
  const json = parsed(text);
  return isHeads(json) && json.build === build ? json.heads : {};
}

const isKeys = listOf(listOf(isText));

const isProfile = objectOf<Profile>({
  title: isText,
  template: isTextOrNone,
  fields: recordOf<string>(isText),
  top: isKeys,
  below: isKeys,
});

const isHeads = objectOf<HeadsJson>({
  build: isText,
  heads: recordOf(
    objectOf<CachedHead>({
      fingerprint: isText,
      head: objectOf<Head>({ profile: isProfile, whole: isFlag }),
    }),
  ),
});
