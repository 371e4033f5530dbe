/**
 * TOML front matter, parsed by `smol-toml`. Only this file imports the library, so that bundles can load it lazily: few
 * documents have TOML.
 */

import { parse, stringify, TomlDate } from 'smol-toml';

/** The text of a top-level value, or the texts of a list; undefined for tables and lists of other values. */
export type TomlValue = string | readonly string[] | undefined;

/** The top-level keys with their values, in order; undefined if the text is not valid TOML. */
export function parseToml(text: string): ReadonlyMap<string, TomlValue> | undefined {
  try {
    return new Map(Object.entries(parse(text)).map(([key, value]) => [key, textOf(value)]));
  } catch {
    return undefined;
  }
}

/** True if both texts are valid TOML and differ at most in the value of one top-level key. */
export function sameTomlBut(key: string, before: string, after: string): boolean {
  try {
    const [a, b] = [parse(before), parse(after)];
    return stringify({ ...a, [key]: '' }) === stringify({ ...b, [key]: '' });
  } catch {
    return false;
  }
}

/**
 * A text with a named entry in a table of tables, appended unless there is one of that name. Undefined if the text is not
 * valid TOML, or if an entry cannot be appended to it.
 */
export function withTomlEntry(text: string, table: string, name: string, entry: object): string | undefined {
  try {
    const before = parse(text);
    const named = before[table] ?? {};
    if (Object.hasOwn(Object(named), name)) return text;
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const added = stringify({ [table]: { [name]: entry } })
      .trim()
      .replaceAll('\n', newline);
    const lines = text.trimEnd();
    const after = `${lines}${lines === '' ? '' : newline + newline}${added}${newline}`;
    // The rest must mean what it meant: a table that is written inline cannot be extended.
    const expected = { ...before, [table]: { ...Object(named), [name]: entry } };
    return stringify(parse(after)) === stringify(expected) ? after : undefined;
  } catch {
    return undefined;
  }
}

/** A line of TOML that assigns a string to a key. */
export function tomlLine(key: string, value: string): string {
  return stringify({ [key]: value }).trimEnd();
}

function textOf(value: unknown): TomlValue {
  if (Array.isArray(value)) {
    const texts = value.map(scalarText);
    return texts.every((text) => text !== undefined) ? texts : undefined;
  }
  return scalarText(value);
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (value instanceof TomlDate) return value.toISOString();
  return typeof value === 'object' || value === undefined ? undefined : String(value);
}
