/** Parses the value of a YAML key: a scalar, a list, or the source text of anything else. */

import type { Position } from '../../text/text';
import { range } from '../../text/text';
import type { Field, FieldItem } from './fields';
import type { YamlScalar } from './yamlScalars';
import {
  blockScalar,
  closingQuote,
  endsLine,
  plainScalar,
  quotedScalar,
  skipProperties,
  textBetween,
  unquoted,
} from './yamlScalars';

/** The properties of a field that depend on its YAML value. */
export type YamlValue = Pick<Field, 'value' | 'valueRange' | 'items' | 'remark'>;

const BLOCK_SCALAR = /^[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/;
/** An item of a list, also one with a marker that only Markdown has. */
const LIST_ITEM = /^([ \t]*)(?:-(?=[ \t]|$)|[*+](?=[ \t]))/;
const NULL = /^(?:~|null|Null|NULL)$/;
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/;

/**
 * Parses the value from `column` on, right after the colon. `endLine` is the line after the last one of the value.
 * Ranges include quotes.
 */
export function readYamlValue(
  lines: readonly string[],
  line: number,
  column: number,
  endLine: number,
): YamlValue {
  const text = lines[line] ?? '';
  const start = { line, character: skipProperties(text, column) };
  const rest = text.slice(start.character);
  const remark = remarkIn(rest);
  if (rest === '' || rest.startsWith('#')) return { ...valueBelow(lines, line, column, endLine), ...remark };
  if (BLOCK_SCALAR.test(rest)) return { ...blockScalar(lines, line + 1, endLine), ...remark };
  return { ...(flowList(lines, start, endLine) ?? scalarAt(lines, start, endLine)), ...remark };
}

/** The comment at the end of a line, without its `#`. */
function remarkIn(rest: string): Pick<YamlValue, 'remark'> {
  const quoted = QUOTED.exec(rest)?.[0].length ?? 0;
  const remark = /(?:^|[ \t])#(.*)$/.exec(rest.slice(quoted))?.[1]?.trim();
  return remark ? { remark } : {};
}

function scalarAt(lines: readonly string[], start: Position, endLine: number): YamlScalar {
  const quoted = quotedScalar(lines, start, endLine);
  if (quoted) return quoted;
  const plain = plainScalar(lines, start, endLine);
  return NULL.test(plain.value) ? { ...plain, value: '' } : plain;
}

/** The list, nested map or scalar on the lines below the key; an empty value if there is none. */
function valueBelow(lines: readonly string[], line: number, column: number, endLine: number): YamlValue {
  const below = lines
    .slice(line + 1, endLine)
    .findIndex((text) => !endsLine([text], { line: 0, character: 0 }));
  if (below < 0) return emptyAt(lines, line, column);
  const first = line + 1 + below;
  const text = lines[first] ?? '';
  const start = { line: first, character: text.length - text.trimStart().length };
  const items = listItems(lines, start, endLine);
  if (items.length === 0) return scalarAt(lines, start, endLine);
  return { value: listed(items), valueRange: { start, end: items.at(-1)?.range.end ?? start }, items };
}

/** An empty value at the position to insert one: `column`, or after the blank at `column`. */
function emptyAt(lines: readonly string[], line: number, column: number): YamlScalar {
  const at = /[ \t]/.test((lines[line] ?? '')[column] ?? '') ? column + 1 : column;
  return { value: '', valueRange: range(line, at, line, at) };
}

/** The items of a block list (`- a`), with the indentation of the first one or less. */
function listItems(lines: readonly string[], start: Position, endLine: number): FieldItem[] {
  const dashes: Position[] = [];
  for (let line = start.line; line < endLine; line++) {
    const character = LIST_ITEM.exec(lines[line] ?? '')?.[1]?.length;
    if (character !== undefined && character <= start.character) dashes.push({ line, character });
  }
  if (dashes[0]?.line !== start.line) return [];
  return dashes.map(({ line, character }, at) => {
    const column = character + 1;
    const itemStart = { line, character: skipProperties(lines[line] ?? '', column) };
    const { value, valueRange } = endsLine(lines, itemStart)
      ? emptyAt(lines, line, column)
      : scalarAt(lines, itemStart, dashes[at + 1]?.line ?? endLine);
    return { value, range: valueRange };
  });
}

/** `[a, b]` on one line or several. The value is the source text, because a placeholder may look like a list. */
function flowList(lines: readonly string[], start: Position, endLine: number): YamlValue | undefined {
  if ((lines[start.line] ?? '')[start.character] !== '[') return undefined;
  const items: FieldItem[] = [];
  let depth = 0;
  let item: { start: Position; end: Position } | undefined;
  for (let line = start.line; line < endLine; line++) {
    const text = lines[line] ?? '';
    for (let at = line === start.line ? start.character : 0; at < text.length; at++) {
      const char = text[at] ?? '';
      if (/[ \t]/.test(char)) continue;
      const place = { line, character: at };
      if (char === '#' && /[ \t]/.test(text[at - 1] ?? ' ')) break;
      if (char === ']' || char === '}') depth--;
      if (depth === 0 || (depth === 1 && char === ',')) {
        if (item) items.push(flowItem(lines, item.start, item.end));
        item = undefined;
        if (char === ']') return closedList(lines, start, { line, character: at + 1 }, items);
      }
      if (char === '[' || char === '{') depth++;
      if (depth === 1 && (char === ',' || (char === '[' && !item && items.length === 0))) continue;
      const close = item ? undefined : closingQuote(lines, place, line + 1);
      item = { start: item?.start ?? place, end: close ?? { line, character: at + 1 } };
      if (close) at = close.character - 1;
    }
  }
  return undefined;
}

function flowItem(lines: readonly string[], start: Position, end: Position): FieldItem {
  const from = { line: start.line, character: skipProperties(lines[start.line] ?? '', start.character) };
  return { value: unquoted(textBetween(lines, from, end)), range: { start: from, end } };
}

function closedList(
  lines: readonly string[],
  start: Position,
  end: Position,
  items: readonly FieldItem[],
): YamlValue | undefined {
  if (!endsLine(lines, end)) return undefined;
  const value = listed(items) === '' ? '' : textBetween(lines, start, end);
  return { value, valueRange: { start, end }, items };
}

/** The items joined with commas, without empty ones. */
function listed(items: readonly FieldItem[]): string {
  return items
    .map(({ value }) => value)
    .filter(Boolean)
    .join(', ');
}
