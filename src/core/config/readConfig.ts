/** Reads the project's configuration. Most projects have none, so this is loaded with the first that has one. */

import { UserError } from '../errors';
import { rules } from '../rules/index';
import type { Stage } from '../template/stage';
import vocabulary from '../template/vocabulary.json';
import { editDistance } from '../text/distance';
import type { Config } from './config';
import { CONFIG_FILE, LEVELS, NO_CONFIG } from './config';

const STAGE_NAMES = Object.keys(vocabulary.stages) as Exclude<Stage, 'unknown'>[];

/** One key of the configuration: what it means, and how its value is read. */
interface Key {
  readonly name: string;
  readonly help: string;
  readonly schema: object;
  readonly read: (value: unknown, where: string) => Partial<Config>;
}

/** Every key, once: the reader and the JSON schema are made from this list. */
const KEYS: readonly Key[] = [
  listKey('include', 'Globs of documents relative to this file, beside the usual design-docs folders.'),
  listKey('exclude', 'Globs of files that are never design docs.'),
  listKey('templates', 'Template files relative to this file, preferred ones first.'),
  {
    name: 'author',
    help: 'The author of new documents.',
    schema: { type: 'string' },
    read: (value, where) => ({ author: text(value, where) }),
  },
  {
    name: 'statuses',
    help: "The team's own status words, by the stage they stand for.",
    schema: {
      type: 'object',
      properties: Object.fromEntries(STAGE_NAMES.map((stage) => [stage, stringList()])),
      additionalProperties: false,
    },
    read: (value, where) => ({
      statuses: entries(value, where, STAGE_NAMES, (words, at) => list(words, at)),
    }),
  },
  {
    name: 'rules',
    help: 'Levels of rules: off, hint, information, warning or error.',
    schema: {
      type: 'object',
      ...levelsSchema(),
      additionalProperties: false,
    },
    read: (value, where) => ({
      rules: entries(
        value,
        where,
        rules.map((rule) => rule.id),
        (level, at) => oneOf(level, at, LEVELS),
      ),
    }),
  },
];

/**
 * Reads the configuration from its text. Throws a UserError that names the place and what was expected;
 * keys that do not exist are errors too, since a misspelt key would silently do nothing.
 */
export function readConfig(source: string, fileName = CONFIG_FILE): Config {
  try {
    return parseConfig(source);
  } catch (error) {
    if (error instanceof UserError) throw new UserError(error.code, `${fileName} ${error.message}`);
    throw error;
  }
}

function parseConfig(source: string): Config {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw wrong(`is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const known = ['$schema', ...KEYS.map((key) => key.name)];
  const given = entries(value, '', known, (own) => own);
  let config = NO_CONFIG;
  for (const key of KEYS) {
    if (given[key.name] !== undefined) config = { ...config, ...key.read(given[key.name], key.name) };
  }
  return config;
}

/** The JSON schema of the levels of rules, which the editor's settings share. */
export function levelsSchema(): { readonly properties: object } {
  const levelOf = (description: string): object => ({ enum: LEVELS, description });
  return { properties: Object.fromEntries(rules.map(({ id, summary }) => [id, levelOf(summary)])) };
}

/** The JSON schema of the configuration file. */
export function configSchema(): object {
  const properties = Object.fromEntries(
    KEYS.map((key) => [key.name, { description: key.help, ...key.schema }]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Design Docs configuration',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...properties },
    additionalProperties: false,
  };
}

function listKey(name: 'include' | 'exclude' | 'templates', help: string): Key {
  return { name, help, schema: stringList(), read: (value, where) => ({ [name]: list(value, where) }) };
}

function stringList(): object {
  return { type: 'array', items: { type: 'string' } };
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  throw wrong(`"${where}" must be a string`);
}

function list(value: unknown, where: string): string[] {
  if (!Array.isArray(value)) throw wrong(`"${where}" must be a list of strings`);
  return value.map((item, index) => text(item, `${where}[${index}]`));
}

function oneOf<T extends string>(value: unknown, where: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw wrong(`"${where}" must be one of ${allowed.join(', ')}`);
  return found;
}

function entries<T>(
  value: unknown,
  where: string,
  known: readonly string[],
  read: (value: unknown, where: string) => T,
): Record<string, T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong(where === '' ? 'must hold an object' : `"${where}" must be an object`);
  }
  const result: Record<string, T> = {};
  for (const [name, own] of Object.entries(value)) {
    const path = where === '' ? name : `${where}.${name}`;
    if (!known.includes(name)) throw wrong(`has no key "${path}"${nearest(name, known)}`);
    result[name] = read(own, path);
  }
  return result;
}

function nearest(name: string, known: readonly string[]): string {
  const [best] = [...known].sort((a, b) => editDistance(name, a) - editDistance(name, b));
  return best !== undefined && editDistance(name, best) <= 3
    ? `; did you mean "${best}"?`
    : `; known are ${known.join(', ')}`;
}

function wrong(what: string): UserError {
  return new UserError('config', what);
}
