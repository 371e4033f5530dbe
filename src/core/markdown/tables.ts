/**
 * markdown-it's rule for tables, without their cells: nobody asks for them, and splitting rows into cells takes longer
 * than all else about a table.
 */

/** What the rule reads of markdown-it's state, and what it sets. */
interface TableState {
  readonly src: string;
  readonly bMarks: readonly number[];
  readonly eMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly sCount: readonly number[];
  readonly blkIndent: number;
  readonly md: { readonly block: { readonly ruler: { getRules(chain: string): BlockRule[] } } };
  line: number;
  parentType: string;
  push(type: string, tag: string, nesting: -1 | 0 | 1): { map: [number, number] | null };
}

type BlockRule = (state: never, line: number, endLine: number, silent: boolean) => boolean;

/** The row under the head: nothing but bars, dashes, colons and blanks, and no list item. */
const DELIMITERS = /^(?!-[ \t])[|:-][|: \t-][|: \t-]*$/;
const DELIMITER = /^:?-+:?$/;
/** So many cells may be missing in a table's rows before it ends: no text can make it grow without bound. */
const MOST_MISSING = 65_536;

/** Reads a table that starts on a line, or tells whether one does. */
export function readTable(state: TableState, start: number, end: number, silent: boolean): boolean {
  if (start + 2 > end || !mayDelimit(state, start + 1)) return false;
  const columns = delimitersIn(textOf(state, start + 1));
  if (columns === 0 || indentOf(state, start) >= 4) return false;
  const head = textOf(state, start).trim();
  if (!head.includes('|') || cellsIn(head) !== columns) return false;
  if (silent) return true;
  const around = state.parentType;
  state.parentType = 'table';
  const lines: [number, number] = [start, 0];
  state.push('table_open', 'table', 1).map = lines;
  lines[1] = rowsEnd(state, start + 2, end, columns);
  state.push('table_close', 'table', -1);
  state.parentType = around;
  state.line = lines[1];
  return true;
}

function indentOf({ sCount, blkIndent }: TableState, line: number): number {
  return (sCount[line] ?? 0) - blkIndent;
}

function textOf({ src, bMarks, tShift, eMarks }: TableState, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
}

/** Asked of every line that something starts on, so that one sign has to tell most of them. */
function mayDelimit(state: TableState, line: number): boolean {
  const sign = state.src.charCodeAt((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
  const indent = indentOf(state, line);
  return (sign === 124 || sign === 45 || sign === 58) && indent >= 0 && indent < 4;
}

/** How many columns a row of delimiters makes; 0 if it is none. */
function delimitersIn(text: string): number {
  if (!DELIMITERS.test(text)) return 0;
  const cells = text.split('|').map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells.every((cell) => DELIMITER.test(cell)) ? cells.length : 0;
}

/** The cells of a row, from bar to bar; what stands outside of the outer bars are cells too. */
export function cellsOf(row: string): { readonly start: number; readonly end: number }[] {
  const cells: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = row.indexOf('|'); at >= 0; at = row.indexOf('|', at + 1)) {
    if (at > 0 && row.charCodeAt(at - 1) === 92) continue;
    cells.push({ start, end: at });
    start = at + 1;
  }
  return [...cells, { start, end: row.length }];
}

/** How many cells a trimmed row has: a bar after a backslash is text, and those around the row are its frame. */
function cellsIn(row: string): number {
  let cells = row.startsWith('|') ? 0 : 1;
  let last = -1;
  for (let at = row.indexOf('|'); at >= 0; at = row.indexOf('|', at + 1)) {
    if (at > 0 && row.charCodeAt(at - 1) === 92) continue;
    cells++;
    last = at;
  }
  return cells > 0 && last === row.length - 1 ? cells - 1 : cells;
}

/** The line after the last row. */
function rowsEnd(state: TableState, first: number, end: number, columns: number): number {
  const enders = state.md.block.ruler.getRules('blockquote');
  let missing = 0;
  let line = first;
  for (; line < end; line++) {
    const indent = indentOf(state, line);
    if (indent < 0 || enders.some((rule) => rule(state as never, line, end, true))) break;
    const row = textOf(state, line).trim();
    if (row === '' || indent >= 4) break;
    missing += columns - cellsIn(row);
    if (missing > MOST_MISSING) break;
  }
  return line;
}
