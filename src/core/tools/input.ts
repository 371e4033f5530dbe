/** The input of tools: a subset of JSON Schema, and a validator for it. */

import { UserError } from '../text/userError';

interface Described {
  /** For the model or person who provides the value. */
  readonly description?: string;
}

/** A string that is not blank. */
export interface StringSchema extends Described {
  readonly type: 'string';
  readonly maxLength: number;
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
export type ValueOf<S> = S extends { readonly type: 'string' }
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

/** Validates input. Throws a `UserError` with the property, what was expected and what was found. */
export function readInput<S extends ObjectSchema>(schema: S, given: unknown): ValueOf<S> {
  const problem = problemIn(schema, given, 'input');
  if (problem !== undefined) throw new UserError('bad-input', problem);
  return given as ValueOf<S>;
}

function problemIn(schema: Schema, value: unknown, name: string): string | undefined {
  switch (schema.type) {
    case 'string':
      return problemInString(schema, value, name);
    case 'integer':
      return Number.isSafeInteger(value) && Number(value) >= schema.minimum
        ? undefined
        : wrong(name, `a whole number from ${schema.minimum}`, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrong(name, 'true or false', value);
    case 'array':
      return problemInList(schema, value, name);
    case 'object':
      return problemInObject(schema, value, name);
  }
}

function problemInString({ maxLength }: StringSchema, value: unknown, name: string): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return wrong(name, 'text', value);
  return value.length > maxLength ? wrong(name, `at most ${maxLength} characters`, value) : undefined;
}

function problemInList({ items, maxItems }: ListSchema, value: unknown, name: string): string | undefined {
  if (!Array.isArray(value) || value.length > maxItems) {
    return wrong(name, `a list of at most ${maxItems} texts`, value);
  }
  return first(value, (item, at) => problemIn(items, item, `${name}[${at}]`));
}

function problemInObject(schema: ObjectSchema, value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrong(name, 'an object', value);
  }
  const { properties, required } = schema;
  const given = Object.entries(value).filter(([, item]) => item !== undefined);
  const known = Object.keys(properties);
  const unknown = given.find(([key]) => !known.includes(key))?.[0];
  if (unknown !== undefined) {
    const list = known.join(', ') || 'nothing';
    return `"${shown(unknown)}" is not a known property: expected ${list}.`;
  }
  const named = (key: string): string => (name === 'input' ? key : `${name}.${key}`);
  const missing = required.find((key) => !given.some(([other]) => other === key));
  if (missing !== undefined) return `"${named(missing)}" is missing.`;
  return first(given, ([key, item]) => {
    const property = properties[key];
    return property && problemIn(property, item, named(key));
  });
}

function first<T>(
  values: readonly T[],
  problem: (value: T, at: number) => string | undefined,
): string | undefined {
  for (const [at, value] of values.entries()) {
    const found = problem(value, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wrong(name: string, expected: string, value: unknown): string {
  return `"${name}" must be ${expected}, found ${shown(JSON.stringify(value) ?? String(value))}.`;
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
