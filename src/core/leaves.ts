/** The text of a document, leaf by leaf, with places: what links and placeholders are looked for in. */

import type { Span } from './inline';
import { inlineSpans } from './inline';
import type { Block } from './markdown';
import { isComment } from './markdown';
import type { Line, Position, Range } from './text';

export interface Leaf {
  /** The source of the leaf's lines, joined with `\n`. */
  readonly text: string;
  /** The document's line on which it starts. */
  readonly line: number;
  /** Where in the text each of its lines starts. */
  readonly starts: readonly number[];
  readonly block: Block;
  /** The whole leaf is code. */
  readonly code: boolean;
  /** Code, comments, tags and autolinks in the text, in order. */
  readonly spans: readonly Span[];
}

/** What every link and placeholder has at least one of. Most lines have none, and cost no more than this. */
const SIGN = /[<{[\]]|YYYY|yyyy|NNN|XXXX|TBD|TODO|tbd/;

/** The headings, paragraphs, table rows, code and HTML in which a link or a placeholder may stand, in order. */
export function readLeaves(lines: readonly Line[], allBlocks: readonly Block[]): Leaf[] {
  return leavesOf(lines, allBlocks, (start, end) => hasSign(lines, start, end));
}

/** The same with those in which nothing of the kind can stand. */
export function readAllLeaves(lines: readonly Line[], allBlocks: readonly Block[]): Leaf[] {
  return leavesOf(lines, allBlocks, () => true);
}

/** The leaves that are wanted by their lines; comments are no text. */
function leavesOf(
  lines: readonly Line[],
  allBlocks: readonly Block[],
  wanted: (start: number, end: number) => boolean,
): Leaf[] {
  const leaves: Leaf[] = [];
  for (const block of allBlocks) {
    if (block.children.length > 0) continue;
    if (block.kind === 'table') {
      // A code span ends at its cell, so rows are read one by one.
      for (let line = block.start; line < block.end; line++) {
        if (wanted(line, line + 1)) leaves.push(leafOf(lines, block, line, line + 1));
      }
    } else if (wanted(block.start, block.end) && !isComment(block)) {
      leaves.push(leafOf(lines, block, block.start, block.end));
    }
  }
  return leaves;
}

function hasSign(lines: readonly Line[], start: number, end: number): boolean {
  for (let line = start; line < end; line++) if (SIGN.test(lines[line]?.text ?? '')) return true;
  return false;
}

function leafOf(lines: readonly Line[], block: Block, start: number, end: number): Leaf {
  const own = lines.slice(start, end).map((line) => line.text);
  const text = own.join('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of own) {
    starts.push(at);
    at += line.length + 1;
  }
  return { text, line: start, starts, block, code: block.kind === 'code', spans: inlineSpans(text) };
}

/** The range of `leaf.text.slice(start, end)` in the document. */
export function leafRange(leaf: Leaf, start: number, end: number): Range {
  return { start: place(leaf, start), end: place(leaf, end) };
}

/** The last line that starts at the offset or before it. */
function place({ starts, line }: Leaf, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: line + low, character: offset - (starts[low] ?? 0) };
}
