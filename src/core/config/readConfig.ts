/** Parses the project's configuration. Loaded lazily, because most projects have none. */

import { isOneLineName } from '../folder/naming';
import { rules } from '../rules/index';
import { NAMED_STAGES } from '../status/statusWords';
import { editDistance } from '../text/distance';
import { globFault } from '../text/globFault';
import type { Message, Text } from '../text/message';
import { say } from '../text/message';
import type { Config } from './config';
import { CONFIG_FILE, LEVELS, NO_CONFIG } from './config';
import { ConfigError } from './configError';
import type { JsonValue } from './jsonc';
import { parseJson, placeIn, propertiesOf, quotable } from './jsonc';

/** A value of the configuration, its path of keys, and the text of the file. */
interface Value {
  readonly json: JsonValue;
  readonly where: string;
  readonly text: string;
}

/** A top-level key of the configuration. */
interface ConfigKey {
  readonly name: string;
  readonly help: Message;
  readonly schema: object;
  readonly read: (value: Value) => Partial<Config>;
}

/** All keys. The parser and the JSON schema are generated from this list. */
const KEYS: readonly ConfigKey[] = [
  listKey(
    'include',
    say`Globs, relative to this file, of documents that the search leaves out: READMEs, and files in folders for templates.`,
  ),
  listKey('exclude', say`Globs of files that are never design docs.`),
  {
    name: 'templates',
    help: say`Template files relative to this file, preferred ones first.`,
    schema: stringList(),
    read: (value) => ({ templates: items(value).map(pathBelow) }),
  },
  {
    name: 'author',
    help: say`The author of new documents.`,
    schema: { type: 'string', pattern: '^[^\\r\\n]*$' },
    read: (value) => ({ author: oneLine(value) }),
  },
  {
    name: 'statuses',
    help: say`The team's own status words, by the stage they stand for.`,
    schema: {
      type: 'object',
      properties: Object.fromEntries(NAMED_STAGES.map((stage) => [stage, stringList()])),
      additionalProperties: false,
    },
    read: (value) => ({ statuses: entries(value, NAMED_STAGES, list) }),
  },
  {
    name: 'rules',
    help: say`Levels of rules: off, hint, information, warning or error.`,
    schema: {
      type: 'object',
      additionalProperties: false,
    },
    read: (value) => ({
      rules: entries(
        value,
        rules.map((rule) => rule.id),
        (level) => oneOf(level, LEVELS),
      ),
    }),
  },
  {
    name: 'index',
    help: say`The index of the documents, relative to this file. Default: README.md or index.md in their folder.`,
    schema: { type: 'string' },
    read: (value) => ({ index: pathBelow(value) }),
  },
  {
    name: 'baseline',
    help: say`The file of the baseline, relative to this file. Checks do not report the findings that it lists.`,
    schema: { type: 'string' },
    read: (value) => ({ baseline: pathBelow(value) }),
  },
];

/** A configuration, and for each of its templates the error to report if there is no such file. */
export interface ConfigRead {
  readonly config: Config;
  readonly templates: readonly { readonly path: string; readonly missing: ConfigError }[];
}

/**
 * Parses the text of a configuration. Throws a `ConfigError` with the position and what was expected. Unknown keys are
 * errors, because a misspelt key would silently do nothing.
 */
export function readConfig(source: string, fileName = CONFIG_FILE): Config {
  return readConfigFile(source, fileName).config;
}

/** The same, for a caller that can check whether the templates exist. */
export function readConfigFile(source: string, fileName = CONFIG_FILE): ConfigRead {
  try {
    return parseConfig(source.replace(/^\uFEFF/, ''), fileName);
  } catch (error) {
    throw error instanceof ConfigError ? error.in(fileName) : error;
  }
}

function parseConfig(text: string, fileName: string): ConfigRead {
  const root = { json: parseJson(text), where: '', text };
  const given = entries(root, ['$schema', ...KEYS.map((key) => key.name)], (value) => value);
  let config = NO_CONFIG;
  for (const key of KEYS) {
    const value = given[key.name];
    if (value) config = { ...config, ...key.read(value) };
  }
  const templates = given.templates ? items(given.templates) : [];
  return {
    config,
    templates: templates.map((value) => ({
      path: pathBelow(value),
      missing: wrong(
        value,
        say`"${value.where}" names no file: there is no "${quotable(pathBelow(value))}"`,
      ).in(fileName),
    })),
  };
}

/** The JSON schema of the levels of rules, which the editor's settings share. `textOf` gives texts in a language. */
export function levelsSchema(textOf: (text: Message) => string = String): { readonly properties: object } {
  const levelOf = (summary: Message): object => ({ enum: LEVELS, description: textOf(summary) });
  return { properties: Object.fromEntries(rules.map(({ id, summary }) => [id, levelOf(summary)])) };
}

/** Where the npm package has the schema: an address that stays, and that needs no version. */
const SCHEMA_ADDRESS = 'https://unpkg.com/design-docs/design-docs.schema.json';

/** The JSON schema of the configuration file. `textOf` gives texts in a language; in English by default. */
export function configSchema(textOf: (text: Message) => string = String): object {
  const properties = Object.fromEntries(
    KEYS.map(({ name, help, schema }) => [
      name,
      { description: textOf(help), ...schema, ...(name === 'rules' && levelsSchema(textOf)) },
    ]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: SCHEMA_ADDRESS,
    title: 'Design Docs',
    type: 'object',
    // Keywords of VS Code's JSON language server, not of JSON Schema.
    allowComments: true,
    allowTrailingCommas: true,
    properties: { $schema: { type: 'string' }, ...properties },
    additionalProperties: false,
  };
}

function listKey(name: 'include' | 'exclude', help: Message): ConfigKey {
  return { name, help, schema: stringList(), read: (value) => ({ [name]: items(value).map(glob) }) };
}

function stringList(): object {
  return { type: 'array', items: { type: 'string' } };
}

function string(value: Value): string {
  if (value.json.type === 'string') return String(value.json.value);
  throw wrong(value, say`"${value.where}" must be a string`);
}

/** The author goes into the header of documents, where a line break would start another field. */
function oneLine(value: Value): string {
  const text = string(value);
  if (isOneLineName(text)) return text.trim();
  throw wrong(value, say`"${value.where}" must be a name on one line`);
}

function items(value: Value): Value[] {
  if (value.json.type !== 'array') throw wrong(value, say`"${value.where}" must be a list of strings`);
  return (value.json.children ?? []).map((json, index) => ({
    json,
    where: `${value.where}[${index}]`,
    text: value.text,
  }));
}

function list(value: Value): string[] {
  return items(value).map(string);
}

/** A glob. What the matcher does not know is an error, because it would silently match nothing. */
function glob(value: Value): string {
  const pattern = string(value);
  const fault = globFault(pattern);
  if (fault === undefined) return pattern;
  throw wrong(value, say`the glob "${quotable(pattern)}" in "${value.where}" ${fault}`);
}

/** A path without leading `./`. Paths that leave the workspace are errors. */
function pathBelow(value: Value): string {
  const path = string(value).replace(/^(?:\.\/+)+/, '');
  if (!/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path)) return path;
  throw wrong(value, say`"${value.where}" must be a path below this file, without ".."`);
}

function oneOf<T extends string>(value: Value, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value.json.value);
  if (found === undefined) throw wrong(value, say`"${value.where}" must be one of ${allowed.join(', ')}`);
  return found;
}

function entries<T>(
  { json, where, text }: Value,
  known: readonly string[],
  read: (value: Value) => T,
): Record<string, T> {
  if (json.type !== 'object') {
    throw wrong(
      { json, where, text },
      where === '' ? say`expected an object` : say`"${where}" must be an object`,
    );
  }
  const result: Record<string, T> = {};
  for (const { name, key, value } of propertiesOf(json, text)) {
    const path = where === '' ? quotable(name) : `${where}.${quotable(name)}`;
    if (!known.includes(name)) {
      throw wrong({ json: key, where, text }, noKey(path, name, known));
    }
    result[name] = read({ json: value, where: path, text });
  }
  return result;
}

function noKey(path: string, name: string, known: readonly string[]): Message {
  const word = quotable(name);
  const [best] = [...known].sort((a, b) => editDistance(word, a) - editDistance(word, b));
  return best !== undefined && editDistance(word, best) <= 3
    ? say`there is no key "${path}"; did you mean "${best}"`
    : say`there is no key "${path}"; known are ${known.join(', ')}`;
}

function wrong({ json, text }: Value, what: Text): ConfigError {
  return new ConfigError(placeIn(text, json.offset, json.length), what);
}
