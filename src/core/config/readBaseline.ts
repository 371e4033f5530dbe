/** The file of a baseline: JSON that a program writes, and that people read in a diff. */

import type { Baseline, BaselineEntry } from '../baseline/baseline';
import type { Text } from '../text/message';
import { say } from '../text/message';
import { ConfigError } from './configError';
import type { JsonValue } from './jsonc';
import { parseJson, placeIn, propertiesOf } from './jsonc';

/** The version of the format, which changes when an older program cannot read it. */
const VERSION = 1;

/** Parses the text of a baseline. Throws a `ConfigError` with the position of the first value that is not valid. */
export function readBaseline(source: string, fileName: string): Baseline {
  const text = source.replace(/^\uFEFF/, '');
  try {
    const root = fieldsOf(parseJson(text), text);
    const { version, documents } = root;
    if (version?.value !== VERSION) throw wrong(text, version, say`"version" must be ${VERSION}`);
    if (documents?.type !== 'object') throw wrong(text, documents, say`"documents" must be an object`);
    return new Map(
      propertiesOf(documents, text).map(({ name, value }) => [name, entriesOf(value, text)] as const),
    );
  } catch (error) {
    throw error instanceof ConfigError ? error.in(fileName) : error;
  }
}

/** The text of a baseline, with documents in the order of their paths. The same baseline gives the same text. */
export function writeBaseline(baseline: Baseline): string {
  const documents = [...baseline].filter(([, entries]) => entries.length > 0);
  documents.sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: VERSION, documents: Object.fromEntries(documents) }, null, 2)}\n`;
}

function entriesOf(list: JsonValue, text: string): BaselineEntry[] {
  if (list.type !== 'array') throw wrong(text, list, say`the entries of a document must be a list`);
  return (list.children ?? []).map((entry) => {
    const { rule, message, count } = fieldsOf(entry, text);
    const [id, words, number]: unknown[] = [rule?.value, message?.value, count?.value];
    if (typeof id !== 'string' || typeof words !== 'string' || !isCount(number)) {
      throw wrong(text, entry, say`an entry must have a "rule", a "message" and a "count" of at least 1`);
    }
    return { rule: id, message: words, count: number };
  });
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function fieldsOf(value: JsonValue, text: string): Readonly<Record<string, JsonValue | undefined>> {
  if (value.type !== 'object') throw wrong(text, value, say`expected an object`);
  return Object.fromEntries(propertiesOf(value, text).map(({ name, value: field }) => [name, field]));
}

function wrong(text: string, value: JsonValue | undefined, what: Text): ConfigError {
  return new ConfigError(placeIn(text, value?.offset ?? 0, value?.length), what);
}
