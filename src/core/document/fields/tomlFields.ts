/** The fields of TOML front matter: its top-level keys, with ranges found line by line. */

import type { Region } from '../../text/regions';
import { range } from '../../text/text';
import type { Field } from './fields';
import type { TomlValue } from './toml';
import { parseToml } from './toml';

const KEY = /^([ \t]*)([\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')[ \t]*=[ \t]*/;
const TABLE = /^[ \t]*\[/;
const ONE_LINE = /^(?:"(?!"")(?:[^"\\]|\\.)*"|'(?!'')[^']*'|[^\s"'[{#][^#]*)/;
const BLANK_OR_COMMENT = /^[ \t]*(?:#.*)?$/;

/** The fields of a region, or undefined if it is invalid TOML or not every key has a line. Tables are no fields. */
export function readTomlFields(lines: readonly string[], { start, end }: Region): Field[] | undefined {
  const values = parseToml(lines.slice(start + 1, end - 1).join('\n'));
  if (!values) return undefined;
  const fields: Field[] = [];
  for (let line = start + 1; line < end - 1 && !TABLE.test(lines[line] ?? ''); ) {
    const field = readEntry(lines, line, end - 1, values);
    if (field) fields.push(field);
    else if (!BLANK_OR_COMMENT.test(lines[line] ?? '') && !/^[ \t]*[\w-]+[ \t]*\./.test(lines[line] ?? '')) {
      return undefined;
    }
    line = field?.endLine ?? line + 1;
  }
  const found = new Set(fields.map(({ name }) => name));
  const withValue = fields.filter(({ name }) => values.get(name) !== undefined);
  const expected = [...values].filter(([, value]) => value !== undefined);
  return expected.every(([name]) => found.has(name)) ? withValue : undefined;
}

function readEntry(
  lines: readonly string[],
  line: number,
  last: number,
  values: ReadonlyMap<string, TomlValue>,
): Field | undefined {
  const text = lines[line] ?? '';
  const [whole, lead = '', source = ''] = KEY.exec(text) ?? [];
  const name = source.replace(/^(["'])(.*)\1$/, '$2');
  if (whole === undefined || !values.has(name)) return undefined;
  const value = values.get(name);
  const own = ONE_LINE.exec(text.slice(whole.length))?.[0].trimEnd();
  const endLine = own === undefined ? entryEnd(lines, line, last) : line + 1;
  const width = own === undefined ? (lines[endLine - 1] ?? '').trimEnd().length : whole.length + own.length;
  const listed = typeof value === 'object';
  return {
    name,
    value: listed ? value.filter(Boolean).join(', ') : (value ?? ''),
    style: 'toml',
    line,
    endLine,
    lead,
    nameRange: range(line, lead.length, line, lead.length + source.length),
    valueRange: range(line, whole.length, endLine - 1, width),
    ...(listed && { items: [] }),
  };
}

/**
 * The line after a value of several lines: it reaches to the next key, table or the end, without blanks and comments.
 */
function entryEnd(lines: readonly string[], line: number, last: number): number {
  let end = line + 1;
  for (let at = line + 1; at < last; at++) {
    const text = lines[at] ?? '';
    if (KEY.test(text) || TABLE.test(text)) break;
    if (!BLANK_OR_COMMENT.test(text)) end = at + 1;
  }
  return end;
}
