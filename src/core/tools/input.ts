/**
 * The input of tools: a subset of JSON Schema, and a reader for it. Clients and models do not keep to a schema to the
 * letter. So what can be meant in one way only is converted: a number, a truth value, a list or an object that is
 * written as text, and `null` for a property that is left out.
 */

import { shorten } from '../text/shorten';
import { UserError } from '../text/userError';

/** The maximum number of characters of what a caller gave in a message. */
const MAX_SHOWN = 40;

interface Described {
  /** For the model or person who provides the value. */
  readonly description?: string;
}

/** A string that is not blank. */
export interface StringSchema extends Described {
  readonly type: 'string';
  readonly maxLength: number;
  /** The only values, in lower case. */
  readonly enum?: readonly string[];
}

/** A safe integer. */
export interface IntegerSchema extends Described {
  readonly type: 'integer';
  readonly minimum: number;
}

interface BooleanSchema extends Described {
  readonly type: 'boolean';
}

/** A list of strings. */
export interface ListSchema extends Described {
  readonly type: 'array';
  readonly items: StringSchema;
  readonly maxItems: number;
}

/** An object without other properties than those listed. */
export interface ObjectSchema extends Described {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/** The supported subset of JSON Schema. */
export type Schema = StringSchema | IntegerSchema | BooleanSchema | ListSchema | ObjectSchema;

/** The type of values that are valid for a schema. */
export type ValueOf<S> = S extends { readonly type: 'string'; readonly enum: readonly (infer Choice)[] }
  ? Choice
  : S extends { readonly type: 'string' }
    ? string
    : S extends { readonly type: 'integer' }
      ? number
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly type: 'array' }
          ? readonly string[]
          : S extends ObjectSchema
            ? Required<S> & Optional<S>
            : never;

type Required<S extends ObjectSchema> = {
  readonly [Key in keyof S['properties'] & S['required'][number]]: ValueOf<S['properties'][Key]>;
};
type Optional<S extends ObjectSchema> = {
  readonly [Key in Exclude<keyof S['properties'], S['required'][number]>]?: ValueOf<S['properties'][Key]>;
};

/**
 * Reads input, and returns it in the form of the schema. Throws a `UserError` with the property, what was expected and
 * what was found.
 */
export function readInput<S extends ObjectSchema>(schema: S, given: unknown): ValueOf<S> {
  return read(schema, given, '') as ValueOf<S>;
}

/** How to write an input, in few words: `{ path, line?, evidence?: { exit } }`. */
export function usageOf({ properties, required }: ObjectSchema): string {
  const parts = Object.entries(properties).map(([key, schema]) => {
    const name = required.includes(key) ? key : `${key}?`;
    return schema.type === 'object' ? `${name}: ${usageOf(schema)}` : name;
  });
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function read(schema: Schema, value: unknown, name: string): unknown {
  switch (schema.type) {
    case 'string':
      return readString(schema, value, name);
    case 'integer':
      return readInteger(schema, value, name);
    case 'boolean':
      return readBoolean(value, name);
    case 'array':
      return readList(schema, value, name);
    case 'object':
      return readObject(schema, value, name);
  }
}

function readString({ maxLength, enum: choices }: StringSchema, value: unknown, name: string): string {
  if (choices) return readChoice(choices, value, name);
  if (typeof value !== 'string' || value.trim() === '') throw wrong(name, 'text', value);
  if (value.length > maxLength) throw wrong(name, `at most ${maxLength} characters`, value);
  return value;
}

function readChoice(choices: readonly string[], value: unknown, name: string): string {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
  const choice = choices.find((one) => one === word);
  if (choice === undefined) throw wrong(name, `one of ${choices.join(', ')}`, value);
  return choice;
}

function readInteger({ minimum }: IntegerSchema, value: unknown, name: string): number {
  const number = typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= minimum) return number;
  throw wrong(name, `a whole number from ${minimum}`, value);
}

function readBoolean(value: unknown, name: string): boolean {
  const given = typeof value === 'string' ? parsed(value) : value;
  if (typeof given === 'boolean') return given;
  throw wrong(name, 'true or false', value);
}

function readList({ items, maxItems }: ListSchema, value: unknown, name: string): unknown[] {
  const list = typeof value === 'string' ? parsed(value) : value;
  if (!Array.isArray(list) || list.length > maxItems) {
    throw wrong(name, `a list of at most ${maxItems} texts`, value);
  }
  return list.map((item, at) => read(items, item, `${name}[${at}]`));
}

function readObject(schema: ObjectSchema, value: unknown, name: string): object {
  const object = typeof value === 'string' ? parsed(value) : value;
  if (typeof object !== 'object' || object === null || Array.isArray(object)) {
    throw wrong(name || 'input', 'an object', value);
  }
  const { properties, required } = schema;
  const given = Object.entries(object).filter(([, item]) => item !== undefined && item !== null);
  const named = (key: string): string => (name === '' ? key : `${name}.${key}`);
  const known = Object.keys(properties);
  const unknown = given.find(([key]) => !known.includes(key))?.[0];
  if (unknown !== undefined) {
    const list = known.map(named).join(', ') || 'nothing';
    throw bad(`"${shorten(named(unknown), MAX_SHOWN)}" is not a known property: expected ${list}.`);
  }
  const missing = required.find((key) => !given.some(([other]) => other === key));
  if (missing !== undefined) throw bad(`"${named(missing)}" is missing.`);
  return Object.fromEntries(
    given.flatMap(([key, item]) => {
      const property = properties[key];
      return property ? [[key, read(property, item, named(key))]] : [];
    }),
  );
}

/** The value of a JSON text; undefined if it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wrong(name: string, expected: string, value: unknown): UserError {
  return bad(
    `"${name}" must be ${expected}, found ${shorten(JSON.stringify(value) ?? String(value), MAX_SHOWN)}.`,
  );
}

function bad(problem: string): UserError {
  return new UserError('bad-input', problem);
}
