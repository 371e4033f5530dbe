/**
 * Front matter in YAML, parsed line by line, because real front matter is often invalid YAML. Code that edits front
 * matter parses it with a YAML library first.
 */

import type { Region } from '../../text/regions';
import { range } from '../../text/text';
import type { Field } from './fields';
import { readYamlValue } from './yamlValues';

const QUOTED_KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:(?=[ \t]|$)/;
/** The start of a plain key: any character without another meaning in YAML. */
const PLAIN_KEY = /^(?:[^\s"'#{}[\],&*!|>%@`?:-]|[?:-](?=[^\s]))/;
const LONGEST_KEY = 60;
const BLANK_OR_COMMENT = /^[ \t]*(?:#.*)?$/;

/** An item of a Markdown list, which YAML does not know; it is read, but no other line is judged by it. */
const STARRED = /^[ \t]*[*+][ \t]/;

/** The fields of YAML front matter; `understood` if it consists of keys with values only. */
export interface YamlHeader {
  readonly fields: readonly Field[];
  readonly understood: boolean;
}

/** Reads the fields between the fences of a region. Nested keys are part of a value. */
export function readYamlHeader(lines: readonly string[], { start, end }: Region): YamlHeader {
  const fields: Field[] = [];
  let understood = true;
  for (let line = start + 1; line < end - 1; ) {
    const field = BLANK_OR_COMMENT.test(lines[line] ?? '') ? undefined : readEntry(lines, line, end - 1);
    if (field) fields.push(field);
    else if (!BLANK_OR_COMMENT.test(lines[line] ?? '')) understood = false;
    line = field?.endLine ?? line + 1;
  }
  if (lines.slice(start + 1, end - 1).some((text) => STARRED.test(text))) understood = false;
  return { fields, understood };
}

function readEntry(lines: readonly string[], line: number, last: number): Field | undefined {
  const text = lines[line] ?? '';
  const key = readKey(text);
  if (!key) return undefined;
  const endLine = entryEnd(lines, line, last, text.slice(key.colon + 1).trim());
  return {
    name: key.name,
    ...readYamlValue(lines, line, key.colon + 1, endLine),
    style: 'yaml',
    line,
    endLine,
    lead: '',
    nameRange: range(line, 0, line, key.width),
  };
}

function readKey(text: string): { name: string; width: number; colon: number } | undefined {
  const quoted = QUOTED_KEY.exec(text);
  if (quoted) {
    const [whole, source = ''] = quoted;
    return { name: source.slice(1, -1), width: source.length, colon: whole.length - 1 };
  }
  const colon = PLAIN_KEY.test(text) ? text.search(/:(?=[ \t]|$)/) : -1;
  const name = text.slice(0, Math.max(0, colon)).trimEnd();
  return name === '' || name.length > LONGEST_KEY ? undefined : { name, width: name.length, colon };
}

/** The line after the last line of a value, without blank lines and comments below it. */
function entryEnd(lines: readonly string[], line: number, last: number, value: string): number {
  const block = /^[|>]/.test(value);
  const empty = /^(?:[&!][^\s&!]*[ \t]*)*(?:#.*)?$/.test(value);
  let end = line + 1;
  for (let at = line + 1; at < last; at++) {
    const text = lines[at] ?? '';
    if (block ? text.trim() === '' : BLANK_OR_COMMENT.test(text)) continue;
    const listed = empty && (/^-(?:[ \t]|$)/.test(text) || STARRED.test(text));
    const closes = /^[[{]/.test(value) && /^[\]}]/.test(text);
    if (!/^[ \t]/.test(text) && !listed && !closes) break;
    end = at + 1;
  }
  return end;
}
