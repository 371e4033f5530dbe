/**
 * TOML front matter, read by `smol-toml`. Few documents have it: bundles may load this file, the only one that knows the
 * library, when it is first asked.
 */

import { parse, stringify, TomlDate } from 'smol-toml';

/** A value at the top level as text, or a list of such; what is neither has no text. */
export type TomlValue = string | readonly string[] | undefined;

/** The keys at the top level with their values, in order; undefined if the text is no TOML. */
export function parseToml(text: string): ReadonlyMap<string, TomlValue> | undefined {
  try {
    return new Map(Object.entries(parse(text)).map(([key, value]) => [key, textOf(value)]));
  } catch {
    return undefined;
  }
}

/** True if two texts are TOML that says the same but for one key. */
export function sameTomlBut(key: string, before: string, after: string): boolean {
  try {
    const [a, b] = [parse(before), parse(after)];
    return stringify({ ...a, [key]: '' }) === stringify({ ...b, [key]: '' });
  } catch {
    return false;
  }
}

/** A key and a text as a line of TOML. */
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
