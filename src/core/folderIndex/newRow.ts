/** Writes the row of a document like the rows around it. */

import type { Document } from '../document/document';
import { fieldKey } from '../document/fields/fields';
import type { IndexRow } from '../document/links/indexRows';
import { documentLink, readIndexRows, statusColumn } from '../document/links/indexRows';
import { escapedName } from '../edits/address';
import { numberOf } from '../folder/fileNumber';
import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import { cellsOf } from '../markdown/tables';
import { lastName } from '../text/paths';
import type { TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';
import vocabulary from '../vocabulary/vocabulary.json';
import type { IndexedDocument } from './indexedDocument';
import { stateOf } from './indexedDocument';
import { hasTitle, likeness } from './likeness';
import { plainTitle } from './titleForms';

/** A row with the document that it is about. */
export interface KnownRow {
  readonly row: IndexRow;
  readonly document: IndexedDocument;
}

/** The heads of a column for titles. */
const TITLES = new Set(vocabulary.fields.title.map(fieldKey));
const MARKER = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** The edit that inserts a row for `added` into the longest list or table; undefined if no row shows how. */
export function newRow(
  index: Document,
  known: readonly KnownRow[],
  added: IndexedDocument,
): TextEdit | undefined {
  const list = longest(known);
  const rows = known.filter(({ row }) => row.list === list);
  const block = [...walkBlocks(index.blocks)].find(
    ({ kind, start }) => start === list && (kind === 'table' || kind === 'list'),
  );
  const model = nearest(index, rows, added);
  if (!block || !model) return undefined;
  const source = index.lineAt(model.row.line)?.text ?? '';
  const head = index.lineAt(block.start)?.text ?? '';
  // In a table whose columns are aligned, they stay so where there is room.
  const isAligned = rows.some(({ row }) => sameColumns(index.lineAt(row.line)?.text ?? '', head));
  const text =
    block.kind === 'table'
      ? tableRow({ head, source, isAligned }, model, added)
      : listItem(source, model, added);
  return insertion(index, placeFor(index, block, added), text);
}

/** The row of a table: a cell for the status, one with the link, and those that say something else of the document. */
function tableRow(
  {
    head,
    source,
    isAligned,
  }: { readonly head: string; readonly source: string; readonly isAligned: boolean },
  { document }: KnownRow,
  added: IndexedDocument,
): string {
  const status = statusColumn(head);
  const heads = cellsOf(head);
  const titles = heads.findIndex(({ start, end }) => TITLES.has(fieldKey(head.slice(start, end).trim())));
  const models = cellsOf(source);
  const cells = models.map(({ start, end }, column) => {
    const cell = source.slice(start, end);
    const text = cell.trim();
    if (text === '' && (start === 0 || end === source.length)) return cell;
    const said = column === status ? stateOf(added.status ?? '') : likeCell(text, document, added);
    const value = said ?? (column === titles ? plainTitle(added) : '');
    const escaped = value.replace(/(?<!\\)\|/g, '\\|');
    const [lead, trail] = [/^[ \t]/.test(cell) ? ' ' : '', /[ \t]$/.test(cell) ? ' ' : ''];
    const { start: left = 0, end: right = 0 } = heads[column] ?? {};
    const width = isAligned ? right - left - trail.length : 0;
    return `${lead}${escaped}`.padEnd(width) + trail;
  });
  return cells.join('|').trimEnd();
}

function sameColumns(row: string, head: string): boolean {
  const heads = cellsOf(head);
  return cellsOf(row).every(({ end }, column) => end === heads[column]?.end);
}

function listItem(source: string, { row, document }: KnownRow, added: IndexedDocument): string {
  const [marker = ''] = MARKER.exec(source) ?? [];
  const link = documentLink(source);
  const before = source.slice(marker.length, link?.start ?? marker.length);
  const lead = likeness(before.trim(), document, added);
  const text = `${marker}${lead === undefined ? '' : before.replace(before.trim(), lead)}${likeLink(source, document, added)}`;
  const { status } = row;
  if (!status || status.text.toLowerCase() !== stateOf(document.status ?? '').toLowerCase()) return text;
  const state = stateOf(added.status ?? '');
  const word = status.text === status.text.toLowerCase() ? state.toLowerCase() : state;
  const { start, end } = status.range;
  return `${text}${source.slice(link?.end, start.character)}${word}${source.slice(end.character)}`;
}

function likeCell(text: string, document: IndexedDocument, added: IndexedDocument): string | undefined {
  return documentLink(text) ? likeLink(text, document, added) : likeness(text, document, added);
}

/** The link in a text, with the other document's path and a label that says of it what this one says. */
function likeLink(text: string, document: IndexedDocument, added: IndexedDocument): string {
  const link = documentLink(text);
  const source = text.slice(link?.start, link?.end);
  const inner = likeness(labelOf(text), document, added) ?? plainTitle(added);
  const lead = source.includes('](./') || source.includes('](<./') ? './' : '';
  return `[${inner.replace(/(?<!\\)[[\]]/g, '\\$&')}](${lead}${escapedName(added.path)})`;
}

/** The label of the link in a text. */
function labelOf(text: string): string {
  const link = documentLink(text);
  const source = link ? text.slice(link.start, link.end) : '';
  return source.slice(1, Math.max(1, source.lastIndexOf('](')));
}

/** The first line of the list or table with the most rows. */
function longest(known: readonly KnownRow[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { row } of known) counts.set(row.list, (counts.get(row.list) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * The row to write like: of those that can be understood best, the one before it by number, which shows best how rows
 * are written now.
 */
function nearest(index: Document, rows: readonly KnownRow[], added: IndexedDocument): KnownRow | undefined {
  const { number = Number.POSITIVE_INFINITY } = added;
  const clarities = rows.map((known) => clarity(index.lineAt(known.row.line)?.text ?? '', known, added));
  const best = Math.max(...clarities);
  const all = rows
    .filter((_, at) => clarities[at] === best)
    .sort((a, b) => (a.document.number ?? 0) - (b.document.number ?? 0));
  return all.findLast(({ document }) => (document.number ?? 0) < number) ?? all[0];
}

/** 1 if the link of a row says something that can be said of the added document, too; 2 if the row has the title, too. */
function clarity(source: string, { row, document }: KnownRow, added: IndexedDocument): number {
  const label = labelOf(source);
  if (likeness(label, document, added) === undefined) return 0;
  const cells = row.kind === 'row' ? cellsOf(source) : [];
  const texts = [label, ...cells.map(({ start, end }) => source.slice(start, end).trim())];
  return texts.some((text) => hasTitle(text, document)) ? 2 : 1;
}

/** The line to insert the row before: by number, if the rows are in the order of their numbers, else at the end. */
function placeFor(index: Document, { start, end }: Block, { number }: IndexedDocument): number {
  const rows = readIndexRows(index).filter(({ list }) => list === start);
  const numbers = rows.map(({ path }) => numberOf(lastName(path)) ?? Number.NaN);
  const isSorted = (sign: 1 | -1): boolean =>
    numbers.every((one, at) => at === 0 || sign * (one - (numbers[at - 1] ?? one)) >= 0);
  if (number === undefined) return end;
  const sign = isSorted(1) ? 1 : isSorted(-1) ? -1 : undefined;
  const next = sign && numbers.findIndex((one) => sign * (one - number) > 0);
  return rows[next ?? -1]?.line ?? end;
}

function insertion(index: Document, line: number, text: string): TextEdit {
  if (line < index.lineCount) return { range: lineStart(line), newText: text + index.ending };
  const last = index.lineCount - 1;
  const width = index.lineAt(last)?.text.length ?? 0;
  return { range: range(last, width, last, width), newText: index.ending + text };
}
