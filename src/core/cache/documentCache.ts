/** The summaries of a folder's documents, read from the cache while they are valid. */

import type { Summary } from '../json/documents';
import type { Answers, CacheEntry, DocumentState } from './entry';
import { entryHolds } from './entry';
import type { CacheEntries } from './format';
import { readCache, writeCache } from './format';

/** Stores a text for each key. */
export interface CacheStorage {
  /** The text that was written last; undefined if there is none, or if it was altered. */
  read(key: string): Promise<string | undefined>;
  /** Does nothing, without an error, if the storage is not writable. */
  write(key: string, text: string): Promise<void>;
}

/** Access to a document. What its functions throw, `summaryOf` throws. */
export interface CachedDocument extends Pick<DocumentState, 'fingerprint' | 'context'> {
  /** The key of the document in the cache. */
  readonly path: string;
  /** The current answers to questions that the analysis asked before. */
  answers(questions: readonly string[]): Answers | Promise<Answers>;
  read(): DocumentContent | Promise<DocumentContent>;
  /** Analyzes the text, and records the questions about its environment with their answers. */
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

/** The cache of a folder in memory. */
export interface DocumentCache {
  /** The summary of a document, which is read only if its entry does not prove that it is unchanged. */
  summaryOf(document: CachedDocument): Promise<Summary>;
  /** Writes the cache if an entry is new. Drops entries of documents that no longer exist. */
  save(exists: (path: string) => boolean): Promise<void>;
}

/** Opens the cache under a key of a storage. Without a storage or a build name, it is empty and never saved. */
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
    save: async (exists) => {
      if (build === undefined || renewed.size === 0) return;
      const kept = [...entries].filter(([path]) => exists(path));
      await storage?.write(key, writeCache(new Map([...kept, ...renewed]), build));
    },
  };
}

/** A deep copy that retains no document text: in V8, a substring keeps the whole string alive. */
function ownCopy(entry: CacheEntry): CacheEntry {
  return JSON.parse(JSON.stringify(entry));
}
