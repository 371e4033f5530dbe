/** The rows of an index of documents: rows of tables and items of lists that link to a Markdown file. */

import type { Block } from '../../markdown/markdown';
import { openingOf, walkBlocks } from '../../markdown/markdown';
import { cellsOf } from '../../markdown/tables';
import type { Range } from '../../text/text';
import { range } from '../../text/text';
import vocabulary from '../../vocabulary/vocabulary.json';
import type { Document } from '../document';
import { fieldKey } from '../fields/fields';
import { decoded } from './links';

/** A row of a table or an item of a list that links to a document. */
export interface IndexRow {
  /** The path as written, percent-encoding decoded, without an anchor. */
  readonly path: string;
  readonly line: number;
  /** The first line of the table or list. */
  readonly list: number;
  readonly kind: 'row' | 'item';
  /** The cell of the column for the status, or what is behind the link of an item. */
  readonly status?: { readonly text: string; readonly range: Range };
}

const STATUS = new Set(vocabulary.fields.status.map(fieldKey));
/** Longer lines are not searched: the time for one is not linear. */
const LONGEST_LINE = 1000;
const LINK = /\[(?:[^[\]\\]|\\.)*\]\(<?([^()<>\s]+?\.(?:md|markdown))(?:#[^()<>\s]*)?>?\)/i;

/** The rows of all tables and lists of a document, in document order. */
export function readIndexRows(document: Document): IndexRow[] {
  const rows: IndexRow[] = [];
  for (const block of walkBlocks(document.blocks)) {
    if (block.kind === 'table') rows.push(...tableRows(document, block));
    if (block.kind === 'list') rows.push(...listRows(document, block));
  }
  return rows;
}

/** The link to a document in a line, and its offsets. */
export function documentLink(
  text: string,
): { readonly path: string; readonly start: number; readonly end: number } | undefined {
  const link = text.length > LONGEST_LINE ? undefined : LINK.exec(text);
  const [whole, target = ''] = link ?? [];
  if (!link || whole === undefined || /^[a-z]+:/i.test(target)) return undefined;
  return { path: decoded(target), start: link.index, end: link.index + whole.length };
}

/** The column of a table for the status; negative if it has none. The text outside of the outer bars counts as columns. */
export function statusColumn(head: string): number {
  return cellsOf(head).findIndex(({ start, end }) => STATUS.has(fieldKey(head.slice(start, end).trim())));
}

function tableRows(document: Document, { start, end }: Block): IndexRow[] {
  const column = statusColumn(document.lineAt(start)?.text ?? '');
  const rows: IndexRow[] = [];
  for (let line = start + 2; line < end; line++) {
    const text = document.lineAt(line)?.text ?? '';
    const link = documentLink(text);
    if (!link) continue;
    const cell = cellsOf(text)[column];
    const status = cell && statusIn(text, line, cell.start, cell.end);
    rows.push({ path: link.path, line, list: start, kind: 'row', ...(status && { status }) });
  }
  return rows;
}

function listRows(document: Document, { start, children }: Block): IndexRow[] {
  return children.flatMap((item): IndexRow[] => {
    const line = openingOf(item.children)?.start ?? item.start;
    const text = document.lineAt(line)?.text ?? '';
    const link = documentLink(text);
    if (!link) return [];
    const status = statusIn(text, line, link.end, text.length);
    return [{ path: link.path, line, list: start, kind: 'item', ...(status && { status }) }];
  });
}

/** The words between two offsets of a line, without the signs around them. */
function statusIn(text: string, line: number, start: number, end: number): IndexRow['status'] {
  const words = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u.exec(text.slice(start, end));
  if (!words) return undefined;
  const from = start + words.index;
  return { text: words[0], range: range(line, from, line, from + words[0].length) };
}
