/** The text format of a folder's cache: a JSON object with the build name and the entries by path. */

import type { FindingJson, Summary } from '../json/documents';
import type { Answers, CacheEntry } from './entry';

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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Guard<T> = (value: unknown) => value is T;

const isText: Guard<string> = (value) => typeof value === 'string';
const isNumber: Guard<number> = (value) => typeof value === 'number';
const isFlag: Guard<boolean> = (value) => typeof value === 'boolean';
const isTextOrNull: Guard<string | null> = (value) => value === null || isText(value);
const isTextOrNone: Guard<string | undefined> = (value) => value === undefined || isText(value);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordOf<T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> =>
    isRecord(value) && Object.values(value).every(guard);
}

function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

/** Needs a guard for each field, so that the compiler reports a field without one. */
function objectOf<T>(guards: { readonly [Name in keyof T]-?: Guard<T[Name]> }): Guard<T> {
  const fields = Object.entries<Guard<unknown>>(guards);
  return (value): value is T => isRecord(value) && fields.every(([name, guard]) => guard(value[name]));
}

const isFinding = objectOf<FindingJson>({
  rule: isText,
  severity: isText,
  message: isText,
  line: isNumber,
  column: isNumber,
  endLine: isNumber,
  endColumn: isNumber,
  fixable: isFlag,
});

const isSummary = objectOf<Summary>({
  titled: isFlag,
  template: isTextOrNull,
  stage: isText,
  title: isText,
  done: isNumber,
  total: isNumber,
  findings: listOf(isFinding),
});

const isEntry = objectOf<CacheEntry>({
  fingerprint: isTextOrNone,
  content: isText,
  context: isText,
  answers: recordOf<Answers[string]>(isText),
  summary: isSummary,
});

const isCache = objectOf<CacheJson>({ build: isText, documents: recordOf(isEntry) });
