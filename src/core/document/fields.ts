/**
 * Header fields: the lines before a document's first section that say who, when and in what state. Seen
 * spellings: `**K:** v`, `**K**: v`, `K: v`, `- K: v`, `* **K:** v`, a table row, a YAML key, and two of them
 * on a line joined by `|`.
 */

import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import { nameKey } from '../text/names';
import type { Region } from '../text/regions';
import type { Range } from '../text/text';
import { range } from '../text/text';

export type FieldStyle = 'bold' | 'plain' | 'table' | 'yaml';

export interface Field {
  readonly name: string;
  /** The value, continuation lines folded in; emphasis and quotes around it are kept. */
  readonly value: string;
  readonly style: FieldStyle;
  /** The first line of the field, and the line after its last. */
  readonly line: number;
  readonly endLine: number;
  /** What stands before the name on its line, such as a list marker. */
  readonly lead: string;
  readonly nameRange: Range;
  readonly valueRange: Range;
}

const BOLD = /^([ \t]*(?:[-*+][ \t]+)?)(\*\*|__)([^*_:|]{1,40}?)(?::\2[ \t]*|\2[ \t]*:[ \t]*)(.*)$/;
/** A plain name is checked apart: the letters of all scripts take longer to look up than all else here takes. */
const PLAIN = /^([ \t]*(?:[-*+][ \t]+)?)()([^\s:][^:]{0,38}):[ \t]+(\S.*)$/u;
const PLAIN_NAME = /^[A-Z][A-Za-z0-9 ()/-]*$/;
const ASCII = /^[\0-\x7F]*$/;
const TABLE = /^([ \t]*\|[ \t]*)(\*{0,2})([^*|]{1,40}?):?\2:?[ \t]*\|[ \t]*([^|]*?)[ \t]*\|?[ \t]*$/;
/** A remark after a blank and a number sign is no part of a YAML value. */
const YAML = /^()()([A-Za-z][\w .-]{0,38}):(?:[ \t]+("[^"]*"|'[^']*'|(?:[^#]|(?<=\S)#)*))?(?:[ \t]*#.*)?$/;
/** Words that open a remark, not a field. */
const REMARK = /^(?:note|tip|hint|warning|important|caution|example|e\.g|i\.e|see)$/i;

/** The fields of a text's front matter and of the blocks before its first section. */
export function readFields(
  lines: readonly string[],
  frontMatter: Region | undefined,
  preamble: readonly Block[],
): Field[] {
  const fields = frontMatter ? yamlFields(lines, frontMatter) : [];
  for (const block of walkBlocks(preamble.filter((block) => block.kind !== 'quote'))) {
    if (block.kind === 'paragraph') fields.push(...paragraphFields(lines, block));
    if (block.kind === 'table') fields.push(...tableFields(lines, block));
  }
  return fields;
}

/** The first field of one of the given names; "Author" and "Authors" are one. */
export function findField(fields: readonly Field[], names: readonly string[]): Field | undefined {
  return fields.find((field) => names.some((name) => fieldKey(name) === fieldKey(field.name)));
}

const keys = new Map<string, string>();
/** The names of fields come again in every document; more than these come from nowhere in particular. */
const MOST_KEYS = 500;

/** The key under which two spellings of a field's name are one: case, plural and dashes do not matter. */
export function fieldKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = nameKey(name.replace(/\(s\)/, '')).replace(/s$/, '');
  if (keys.size < MOST_KEYS) keys.set(name, key);
  return key;
}

function yamlFields(lines: readonly string[], region: Region): Field[] {
  const fields: Field[] = [];
  for (let line = region.start + 1; line < region.end - 1; line++) {
    const match = YAML.exec(lines[line] ?? '');
    if (!match) continue;
    let end = line + 1;
    while (end < region.end - 1 && /^(?:[ \t]+\S|-[ \t])/.test(lines[end] ?? '')) end++;
    fields.push(makeField(lines, line, end, match, 'yaml', (lines[line] ?? '').length));
  }
  return fields;
}

function tableFields(lines: readonly string[], block: Block): Field[] {
  const fields: Field[] = [];
  for (let line = block.start; line < block.end; line++) {
    const text = lines[line] ?? '';
    const match = /^[ \t|:-]*$/.test(text) ? null : TABLE.exec(text);
    if (match) fields.push(makeField(lines, line, line + 1, match, 'table', text.length));
  }
  return fields;
}

function paragraphFields(lines: readonly string[], block: Block): Field[] {
  const fields: Field[] = [];
  for (let line = block.start; line < block.end; line++) {
    const text = (lines[line] ?? '').replace(/[ \t]*\\?$/, '');
    const parts = joinedParts(text);
    const matches = parts.map((part) => matchLine(part.text));
    if (matches[0] && matches.every(Boolean)) {
      matches.forEach((match, index) => {
        const part = parts[index];
        if (match && part)
          fields.push(makeField(lines, line, line + 1, match, styleOf(match), part.end, part.start));
      });
    } else {
      const last = fields.at(-1);
      if (!last) return [];
      fields[fields.length - 1] = continued(lines, last, line);
    }
  }
  return fields;
}

/** `**A**: x | **B**: y` is two fields; a bar inside a value is not. */
function joinedParts(text: string): { text: string; start: number; end: number }[] {
  const parts = [];
  let start = 0;
  for (const bar of text.matchAll(/[ \t]*\|[ \t]*(?=\*\*[^*|]+\*\*|__)/g)) {
    parts.push({ text: text.slice(start, bar.index), start, end: bar.index });
    start = bar.index + bar[0].length;
  }
  parts.push({ text: text.slice(start), start, end: text.length });
  return parts;
}

function matchLine(text: string): RegExpExecArray | null {
  const match = BOLD.exec(text) ?? matchPlain(text);
  if (!match || REMARK.test(match[3] ?? '')) return null;
  const sentence = match[2] === '' && (match[3] ?? '').split(' ').length > 4;
  return sentence ? null : match;
}

function matchPlain(text: string): RegExpExecArray | null {
  const match = PLAIN.exec(text);
  const name = match?.[3] ?? '';
  const named = PLAIN_NAME.test(name) || (!ASCII.test(name) && /^\p{Lu}[\p{L}\p{N} ()/-]*$/u.test(name));
  return named ? match : null;
}

function styleOf(match: RegExpExecArray): FieldStyle {
  return match[2] === '' ? 'plain' : 'bold';
}

function makeField(
  lines: readonly string[],
  line: number,
  endLine: number,
  match: RegExpExecArray,
  style: FieldStyle,
  end: number,
  offset = 0,
): Field {
  const [whole, lead = '', emphasis = '', name = '', own = ''] = match;
  const nameStart = offset + lead.length + emphasis.length;
  const valueStart = style === 'table' ? offset + whole.lastIndexOf(own) : end - own.length;
  const rest = lines.slice(line + 1, endLine).map((text) => text.trim());
  const valueEnd = endLine > line + 1 ? (lines[endLine - 1] ?? '').length : valueStart + own.trimEnd().length;
  return {
    name: name.trim(),
    value: [own.trim(), ...rest].filter(Boolean).join(' '),
    style,
    line,
    endLine,
    lead,
    nameRange: range(line, nameStart, line, nameStart + name.length),
    valueRange: range(line, valueStart, endLine - 1, valueEnd),
  };
}

function continued(lines: readonly string[], field: Field, line: number): Field {
  const text = (lines[line] ?? '').replace(/[ \t]*\\?$/, '');
  // A value that begins on this line begins where its text does.
  const own = { line, character: text.length - text.trimStart().length };
  const start = field.value === '' ? own : field.valueRange.start;
  return {
    ...field,
    value: `${field.value} ${text.trim()}`.trim(),
    endLine: line + 1,
    valueRange: range(start.line, start.character, line, text.length),
  };
}
