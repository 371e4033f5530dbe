/** The list items that contain tasks, and their markers. */

import type { Document } from '../document/document';
import { sectionOnLine } from '../document/sections';
import type { Block } from '../markdown/markdown';
import { openingOf, walkBlocks } from '../markdown/markdown';

/** An item with its list and its ancestors. */
export interface ItemPlace {
  readonly item: Block;
  readonly list: Block;
  /** The enclosing items, innermost first. */
  readonly around: readonly Block[];
}

/** The source of a list marker. */
export interface Marker {
  /** The text before the marker: white space and block quote markers. */
  readonly indent: string;
  readonly marker: string;
  /** The white space after the marker. */
  readonly gap: string;
}

/** The item whose box is on a line. */
export function findItem(document: Document, line: number): ItemPlace | undefined {
  return findIn(document.blocks, line, []);
}

function findIn(blocks: readonly Block[], line: number, around: readonly Block[]): ItemPlace | undefined {
  for (const block of blocks) {
    if (line < block.start || line >= block.end) continue;
    const item = block.kind === 'list' && block.children.find(({ box }) => box?.range.start.line === line);
    if (item) return { item, list: block, around };
    const found = findIn(block.children, line, block.kind === 'item' ? [block, ...around] : around);
    if (found) return found;
  }
  return undefined;
}

/** The lines of a task's title and of its other text, without the lines of its steps. */
export interface OwnLines {
  readonly title: readonly number[];
  readonly notes: readonly number[];
}

/** The own lines of a task; those of a heading end at its first sub-section. */
export function ownLines(document: Document, task: Lined): OwnLines {
  const { line, steps } = task;
  const item = findItem(document, line)?.item;
  const section = item ? undefined : sectionOnLine(document.sections, line);
  const start = item?.start ?? line;
  const titleEnd = openingOf(item?.children ?? [])?.end ?? section?.heading.endLine ?? start;
  const end = item?.end ?? section?.bodyEnd ?? start;
  const inner = new Set(steps.map((step) => step.line));
  const stepLines = new Set<number>();
  for (const { box, start: from, end: to } of walkBlocks(item ? [item] : (section?.blocks ?? []))) {
    if (!box || !inner.has(box.range.start.line)) continue;
    for (let at = from; at < to; at++) stepLines.add(at);
  }
  const notes = Array.from({ length: end - titleEnd }, (_, at) => titleEnd + at);
  return {
    title: Array.from({ length: titleEnd - start }, (_, at) => start + at),
    notes: notes.filter((at) => !stepLines.has(at)),
  };
}

interface Lined {
  readonly line: number;
  readonly steps: readonly { readonly line: number }[];
}

/** The list marker at the start of a line, or undefined. */
export function readMarker(text: string): Marker | undefined {
  const [, indent = '', marker = '', gap = ''] = /^([ \t>]*)([-*+]|\d{1,9}[.)])([ \t]+)/.exec(text) ?? [];
  return marker === '' ? undefined : { indent, marker, gap };
}

/** The indentation of an item's children: the column of the item's text, with tabs expanded to stops of four. */
export function indentUnder({ indent, marker, gap }: Marker): string {
  return indent + ' '.repeat(columns(indent + marker + gap) - columns(indent));
}

/** The column after a text, with tabs expanded to stops of four. */
export function columns(text: string): number {
  return [...text].reduce((column, char) => (char === '\t' ? column + 4 - (column % 4) : column + 1), 0);
}

/** The marker `by` items later: a number increases, a bullet stays. */
export function markerAfter(marker: string, by = 1): string {
  return marker.replace(/^\d+/, (digits) => String(Number(digits) + by));
}
