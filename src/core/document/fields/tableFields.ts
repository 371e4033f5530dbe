/** Header fields in a table: a name and a value in each row, or names in the head and values in the row below. */

import type { Block } from '../../markdown/markdown';
import { range } from '../../text/text';
import vocabulary from '../../vocabulary/vocabulary.json';
import type { Field } from './fields';
import { fieldKey } from './fields';
import { valueBetween } from './fieldValue';

/** The columns of a cell on its line, without blanks around it. */
interface Cell {
  readonly start: number;
  readonly end: number;
}

const DELIMITERS = /^[ \t|:-]*$/;
const NAME = /^(\*{0,2})([^*|]{1,40}?)[ \t]*[:：]?\1[ \t]*[:：]?$/;

/** The header fields of a table; empty if it has several rows of more than two columns. */
export function tableFields(lines: readonly string[], block: Block): Field[] {
  const rows: number[] = [];
  for (let line = block.start; line < block.end; line++) {
    if (!DELIMITERS.test(lines[line] ?? '')) rows.push(line);
  }
  const [head, below, ...more] = rows;
  if (head === undefined) return [];
  const names = cellsOf(lines[head] ?? '');
  if (below !== undefined && more.length === 0 && isHead(lines[head] ?? '', names)) {
    const values = cellsOf(lines[below] ?? '');
    return names.flatMap((name, at) => fieldOf(lines, head, name, below, values[at]) ?? []);
  }
  const fieldRows = isCaption(lines[head] ?? '', names) ? rows.slice(1) : rows;
  return fieldRows.flatMap((line) => {
    const [name, value, ...others] = cellsOf(lines[line] ?? '');
    return (others.length === 0 && name && value && fieldOf(lines, line, name, line, value)) || [];
  });
}

/** True if the head consists of names: it has more than two cells, or both are field names in the vocabulary. */
function isHead(text: string, cells: readonly Cell[]): boolean {
  if (cells.length !== 2) return cells.length > 2;
  const known = new Set(Object.values(vocabulary.fields).flat().map(fieldKey));
  return cells.every(({ start, end }) => known.has(fieldKey(text.slice(start, end))));
}

/** True for a head such as "Field, Value", which says what the columns are. */
function isCaption(text: string, cells: readonly Cell[]): boolean {
  const [, second] = cells;
  const key = second && fieldKey(text.slice(second.start, second.end));
  return cells.length === 2 && vocabulary.valueHeads.some((head) => fieldKey(head) === key);
}

function fieldOf(
  lines: readonly string[],
  line: number,
  cell: Cell,
  valueLine: number,
  valueCell: Cell | undefined,
): Field | undefined {
  const text = lines[line] ?? '';
  const [, emphasis = '', name] = NAME.exec(text.slice(cell.start, cell.end)) ?? [];
  if (name === undefined || valueCell === undefined) return undefined;
  const { value, start, end, remark } = valueBetween(lines[valueLine] ?? '', valueCell.start, valueCell.end);
  const nameStart = cell.start + emphasis.length;
  return {
    name,
    value,
    style: 'table',
    line,
    endLine: valueLine + 1,
    lead: text.slice(0, cell.start),
    nameRange: range(line, nameStart, line, nameStart + name.length),
    valueRange: range(valueLine, start, valueLine, end),
    ...(remark && { remark }),
  };
}

/** The cells of a row, without the frame of outer bars. An escaped bar is text. */
function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '\\') at++;
    else if (at === text.length || text[at] === '|') {
      cells.push(trimmedCell(text, from, at));
      from = at + 1;
    }
  }
  if (/^[ \t]*\|/.test(text)) cells.shift();
  if (/\|[ \t]*$/.test(text)) cells.pop();
  return cells;
}

function trimmedCell(text: string, from: number, to: number): Cell {
  const own = text.slice(from, to);
  if (own.trim() === '') {
    const at = Math.min(to, from + 1);
    return { start: at, end: at };
  }
  return { start: from + own.length - own.trimStart().length, end: from + own.trimEnd().length };
}
