/**
 * A replacement for markdown-it's table rule that creates no cells: blocks do not need them, and splitting rows into
 * cells is most of the cost of a table.
 */

/** The part of markdown-it's block state that the rule uses. */
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

/** The delimiter row: only bars, dashes, colons and blanks, and not a list item. */
const DELIMITERS = /^(?!-[ \t])[|:-][|: \t-][|: \t-]*$/;
const DELIMITER = /^:?-+:?$/;
/** The table ends when more cells than this are missing in its rows. markdown-it has the same limit. */
const MAX_MISSING = 65_536;

/** The block rule: parses a table that starts at line `start`. If `silent`, it only returns whether there is one. */
export function readTable(state: TableState, start: number, end: number, silent: boolean): boolean {
  if (start + 2 > end || !mayDelimit(state, start + 1)) return false;
  const columns = delimitersIn(textOf(state, start + 1));
  if (columns === 0 || indentOf(state, start) >= 4) return false;
  const head = textOf(state, start).trim();
  if (!head.includes('|') || cellsIn(head) !== columns) return false;
  if (silent) return true;
  const parentType = state.parentType;
  state.parentType = 'table';
  const lines: [number, number] = [start, 0];
  state.push('table_open', 'table', 1).map = lines;
  lines[1] = rowsEnd(state, start + 2, end, columns);
  state.push('table_close', 'table', -1);
  state.parentType = parentType;
  state.line = lines[1];
  return true;
}

function indentOf({ sCount, blkIndent }: TableState, line: number): number {
  return (sCount[line] ?? 0) - blkIndent;
}

function textOf({ src, bMarks, tShift, eMarks }: TableState, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
}

/** A prefilter for delimiter rows by their first character, because the rule runs wherever a block may start. */
function mayDelimit(state: TableState, line: number): boolean {
  const char = state.src.charCodeAt((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
  const indent = indentOf(state, line);
  return (char === 124 || char === 45 || char === 58) && indent >= 0 && indent < 4;
}

/** The number of columns of a delimiter row; 0 if the text is not one. */
function delimitersIn(text: string): number {
  if (!DELIMITERS.test(text)) return 0;
  const cells = text.split('|').map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells.every((cell) => DELIMITER.test(cell)) ? cells.length : 0;
}

/** The offsets of the cells of a row, split at unescaped bars. The text outside the outer bars counts as cells, too. */
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

/** The number of cells of a trimmed row. Escaped bars are text, and outer bars separate no cells. */
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
    if (missing > MAX_MISSING) break;
  }
  return line;
}
