/** Checks results of tools against their schemas, which an independent implementation of JSON Schema reads. */

import assert from 'node:assert/strict';
import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import { tools } from '../../../src/core/tools/index';

const ajv = new Ajv({ strict: true, allErrors: true });
const known = new Map<string, ValidateFunction>();

/** Fails if a result does not follow the schema of its tool, or has a property that the schema does not name. */
export function assertFollowsSchema(name: string, answer: unknown): void {
  const validate = known.get(name) ?? ajv.compile(strict(schemaOf(name)) as object);
  known.set(name, validate);
  assert.ok(validate(answer), `${name}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(answer)}`);
}

function schemaOf(name: string): object {
  return tools.find((tool) => tool.name === name)?.output ?? assert.fail(`no tool ${name}`);
}

/** The schema with all properties but the named ones forbidden. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const own = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  return 'properties' in schema ? { ...own, additionalProperties: false } : own;
}
