/** The text format of a folder's cache: a JSON object with the build name and the entries by path. */

import type { CachedFinding, Summary } from '../json/documents';
import type { Answers, CacheEntry } from './entry';
import {
  isFlag,
  isMessage,
  isNumber,
  isText,
  isTextOrNone,
  isTextOrNull,
  listOf,
  objectOf,
  parsed,
  recordOf,
} from './guards';

/** Entries by path. */
export type CacheEntries = ReadonlyMap<string, CacheEntry>;

interface CacheJson {
  /** The build that wrote the cache: another one may report other findings for a document. */
  readonly build: string;
  readonly documents: Readonly<Record<string, CacheEntry>>;
}

/** Parses a cache; empty if the text is damaged, is no cache or was written by another build. */
export function readCache(text: string, build: string): CacheEntries {
  const cache = parsed(text);
  return isCache(cache) && cache.build === build ? new Map(Object.entries(cache.documents)) : new Map();
}

/** The text of a cache. */
export function writeCache(entries: CacheEntries, build: string): string {
  const cache: CacheJson = { build, documents: Object.fromEntries(entries) };
  return JSON.stringify(cache);
}

const isFinding = objectOf<CachedFinding>({
  rule: isText,
  severity: isText,
  said: isMessage,
  line: isNumber,
  column: isNumber,
  endLine: isNumber,
  endColumn: isNumber,
  fixable: isFlag,
});

const isSummary = objectOf<Summary>({
  template: isTextOrNull,
  templatePath: isTextOrNull,
  planFormat: isTextOrNull,
  stage: isText,
  title: isText,
  done: isNumber,
  total: isNumber,
  ownTitle: isText,
  status: isTextOrNull,
  author: isTextOrNull,
  created: isTextOrNull,
  next: isTextOrNull,
  openComments: isNumber,
  links: listOf(isText),
  findings: listOf(isFinding),
  suppressed: listOf(isFinding),
});

const isEntry = objectOf<CacheEntry>({
  fingerprint: isTextOrNone,
  content: isText,
  context: isText,
  answers: recordOf<Answers[string]>(isText),
  summary: isSummary,
});

const isCache = objectOf<CacheJson>({ build: isText, documents: recordOf(isEntry) });
