/** The summaries of the documents of a folder, taken from the cache while they hold. */

import type { Summary } from '../json/documents';
import type { Answers, CacheEntry, DocumentState } from './entry';
import { entryHolds } from './entry';
import type { CacheEntries } from './format';
import { readCache, writeCache } from './format';

/** Where caches are kept: a text for each key. */
export interface CacheStorage {
  /** The text that was written last; undefined if there is none, or if it is not as it was written. */
  read(key: string): Promise<string | undefined>;
  /** Where nothing can be written, nothing happens. */
  write(key: string, text: string): Promise<void>;
}

/** A document as its face reads it. Whatever its functions throw is thrown on. */
export interface CachedDocument extends Pick<DocumentState, 'fingerprint' | 'context'> {
  /** Names the document in the cache. */
  readonly path: string;
  answers(questions: readonly string[]): Answers | Promise<Answers>;
  read(): DocumentContent | Promise<DocumentContent>;
  /** Analyses the text, and tells what it asked of its surroundings. */
  analyze(text: string): Analyzed | Promise<Analyzed>;
}

interface DocumentContent {
  readonly text: string;
  readonly digest: string;
}

interface Analyzed {
  readonly summary: Summary;
  readonly answers: Answers;
}

export interface DocumentCache {
  /** The summary of a document, which is read only if its entry does not show that it is unchanged. */
  summaryOf(document: CachedDocument): Promise<Summary>;
  /** Writes the cache if anything in it is new. Entries of documents that are gone are dropped. */
  save(isThere: (path: string) => boolean): Promise<void>;
}

/** The cache under a key of a storage. Without a storage or the name of the build, it starts empty and is not kept. */
export async function openCache(
  storage: CacheStorage | undefined,
  key: string,
  build: string | undefined,
): Promise<DocumentCache> {
  const text = build === undefined ? undefined : await storage?.read(key);
  const entries: CacheEntries =
    build === undefined || text === undefined ? new Map() : readCache(text, build);
  const renewed = new Map<string, CacheEntry>();
  return {
    summaryOf: async (document) => {
      const { path, fingerprint, context } = document;
      const known = entries.get(path);
      const answers = known ? await document.answers(Object.keys(known.answers)) : {};
      const state = { fingerprint, context, answers };
      if (known && entryHolds(known, state)) return known.summary;
      const { text, digest: content } = await document.read();
      const holds = known !== undefined && entryHolds(known, { ...state, content });
      const { summary, answers: asked } = holds ? known : await document.analyze(text);
      const entry = ownCopy({ fingerprint, content, context, answers: asked, summary });
      if (!holds || fingerprint !== undefined) renewed.set(path, entry);
      return entry.summary;
    },
    save: async (isThere) => {
      if (build === undefined || renewed.size === 0) return;
      const kept = [...entries].filter(([path]) => isThere(path));
      await storage?.write(key, writeCache(new Map([...kept, ...renewed]), build));
    },
  };
}

/** A copy that keeps no text of a document alive: V8 keeps the whole of a text for any part of it. */
function ownCopy(entry: CacheEntry): CacheEntry {
  return JSON.parse(JSON.stringify(entry));
}
