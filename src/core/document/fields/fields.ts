/** Header fields: named values before the first section, such as author, date and status. */

import { memoize } from '../../query/memoize';
import { nameKey } from '../../text/names';
import type { Range } from '../../text/text';
import { narrow } from '../../text/unicode';

/** The notation of a field; `other` is one that is read, but never edited. */
export type FieldStyle = 'bold' | 'plain' | 'table' | 'yaml' | 'toml' | 'other';

/** An item of a list value, and its range with quotes. */
export interface FieldItem {
  readonly value: string;
  readonly range: Range;
}

/** A header field. */
export interface Field {
  readonly name: string;
  /**
   * The value on one line, without quotes of YAML and TOML, comments and line breaks, but with emphasis. The items of a
   * list are joined with commas; a YAML flow list is its source text.
   */
  readonly value: string;
  /** The items of a YAML list; empty for a TOML list, whose items have no known ranges. Undefined for other values. */
  readonly items?: readonly FieldItem[];
  /** The text of a comment beside the value. */
  readonly remark?: string;
  readonly style: FieldStyle;
  /** The first line of the field, and the line after its last. */
  readonly line: number;
  readonly endLine: number;
  /** The text before the name on its line, such as a list marker. */
  readonly lead: string;
  readonly nameRange: Range;
  /** The range of the value with its quotes and without comments; for an empty value, where to insert one. */
  readonly valueRange: Range;
}

/** The first field with one of the given names, compared by `fieldKey`. */
export function findField(fields: readonly Field[], names: readonly string[]): Field | undefined {
  const places = placesOf(fields);
  const found = names.flatMap((name) => places.get(fieldKey(name)) ?? []);
  return found.length === 0 ? undefined : fields[Math.min(...found)];
}

/** The field on a line; undefined if there is none. */
export function fieldOnLine(fields: readonly Field[], line: number): Field | undefined {
  return fields.find((field) => field.line <= line && line < field.endLine);
}

/** The index of the first field by key, memoized because there may be many fields. */
const placesOf = memoize((fields: readonly Field[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  fields.forEach(({ name }, at) => {
    const key = fieldKey(name);
    if (!places.has(key)) places.set(key, at);
  });
  return places;
});

/** The word for a number behind a name: "Issue No." */
const NUMBER_SIGN = /[ \t]+(?:no|nr|n[º°])\.?$/i;

/** Several words, of which the last may be a verb in two forms: "Last update" is "Last updated". "Issued" is no issue. */
const SEVERAL_WORDS = /[\p{L}\p{N}][\s_-]+[\p{L}\p{N}]/u;

/**
 * The normalized form of a field's name. It ignores case, width, plural, the form of a verb at the end, number signs
 * and punctuation, and drops an optional plural such as the one in "Author(s)" and a remark such as the one in
 * "Reviewers (if any)".
 */
export function fieldKey(name: string): string {
  const narrowed = narrow(name).replace(NUMBER_SIGN, '');
  const single = narrowed.includes('(')
    ? narrowed.replace(/(?<=\p{L})\(\p{L}{1,3}\)/u, '').replace(/(?<=\S)[ \t]*\([^()]*\)$/, '')
    : narrowed;
  const key = nameKey(single).replace(/ies$/, 'y').replace(/s$/, '');
  return SEVERAL_WORDS.test(single) ? key.replace(/(?:ed|e)$/, '') : key;
}
