/** Header fields: what a document says before its first section of who, when and in what state. */

import { memoize } from '../query/memoize';
import { nameKey } from '../text/names';
import type { Range } from '../text/text';

/** How a field is written; `other` is a shape that is read and never written. */
export type FieldStyle = 'bold' | 'plain' | 'table' | 'yaml' | 'toml' | 'other';

export interface FieldItem {
  readonly value: string;
  readonly range: Range;
}

export interface Field {
  readonly name: string;
  /**
   * What the value says on one line: quotes of YAML and TOML, comments and line breaks are no part of it, emphasis is. A
   * list is its items with commas between them; a flow list of YAML stays as it is written.
   */
  readonly value: string;
  /** The items of a list in YAML, or none that can be told apart in TOML. Undefined where the value is no list. */
  readonly items?: readonly FieldItem[];
  /** What a comment beside the value says. */
  readonly remark?: string;
  readonly style: FieldStyle;
  /** The first line of the field, and the line after its last. */
  readonly line: number;
  readonly endLine: number;
  /** What stands before the name on its line, such as a list marker. */
  readonly lead: string;
  readonly nameRange: Range;
  /** The value as it is written, with its quotes and without comments. Of an empty value, where one is written. */
  readonly valueRange: Range;
}

/** The first field of one of the given names; "Author" and "Authors" are one. */
export function findField(fields: readonly Field[], names: readonly string[]): Field | undefined {
  const places = placesOf(fields);
  const found = names.flatMap((name) => places.get(fieldKey(name)) ?? []);
  return found.length === 0 ? undefined : fields[Math.min(...found)];
}

/** Where in a list the first field of each name stands: templates and documents may have many fields. */
const placesOf = memoize((fields: readonly Field[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  fields.forEach(({ name }, at) => {
    const key = fieldKey(name);
    if (!places.has(key)) places.set(key, at);
  });
  return places;
});

/**
 * The key under which two spellings of a field's name are one: case, plural, signs and dashes do not matter, and
 * "Author(s)" leaves its plural open.
 */
export function fieldKey(name: string): string {
  const single = name.includes('(') ? name.replace(/(?<=\p{L})\(\p{L}{1,3}\)/u, '') : name;
  return nameKey(single).replace(/ies$/, 'y').replace(/s$/, '');
}
