/** The list items that tasks stand in, and how they are written. */

import type { Document } from '../document/document';
import type { Block } from '../markdown/markdown';
import { openingOf, walkBlocks } from '../markdown/markdown';

/** An item and where it stands. */
export interface ItemPlace {
  readonly item: Block;
  readonly list: Block;
  /** The items around it, innermost first. */
  readonly around: readonly Block[];
}

/** A list marker as it is written: what stands before it, quote signs among it, the marker, and the blanks after it. */
export interface Marker {
  readonly indent: string;
  readonly marker: string;
  readonly gap: string;
}

/** The item whose box stands on a line. */
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

/** The lines that a task has to itself: of its title, and of what else it says. What its steps say is theirs. */
export interface OwnLines {
  readonly title: readonly number[];
  readonly notes: readonly number[];
}

/** The own lines of a task; those of a heading end where its first sub-section starts. */
export function ownLines(document: Document, task: Lined): OwnLines {
  const { line, steps } = task;
  const item = findItem(document, line)?.item;
  const section = item ? undefined : document.sections.find(({ heading }) => heading.line === line);
  const start = item?.start ?? line;
  const titleEnd = openingOf(item?.children ?? [])?.end ?? section?.heading.endLine ?? start;
  const end = item?.end ?? section?.bodyEnd ?? start;
  const inner = new Set(steps.map((step) => step.line));
  const theirs = new Set<number>();
  for (const { box, start: from, end: to } of walkBlocks(item ? [item] : (section?.blocks ?? []))) {
    if (!box || !inner.has(box.range.start.line)) continue;
    for (let at = from; at < to; at++) theirs.add(at);
  }
  const notes = Array.from({ length: end - titleEnd }, (_, at) => titleEnd + at);
  return {
    title: Array.from({ length: titleEnd - start }, (_, at) => start + at),
    notes: notes.filter((at) => !theirs.has(at)),
  };
}

interface Lined {
  readonly line: number;
  readonly steps: readonly { readonly line: number }[];
}

/** The marker that opens a line, or undefined if none does. */
export function readMarker(text: string): Marker | undefined {
  const [, indent = '', marker = '', gap = ''] = /^([ \t>]*)([-*+]|\d{1,9}[.)])([ \t]+)/.exec(text) ?? [];
  return marker === '' ? undefined : { indent, marker, gap };
}

/** The indent of what stands under an item: up to the item's text, tabs reaching to their stops. */
export function indentUnder({ indent, marker, gap }: Marker): string {
  return indent + ' '.repeat(columns(indent + marker + gap) - columns(indent));
}

function columns(text: string): number {
  return [...text].reduce((column, sign) => (sign === '\t' ? column + 4 - (column % 4) : column + 1), 0);
}

/** The marker after this one: the next number, or the same bullet. */
export function markerAfter(marker: string, by = 1): string {
  return marker.replace(/^\d+/, (digits) => String(Number(digits) + by));
}
