/** The text of a document, leaf by leaf, with places: what links and placeholders are looked for in. */

import type { Span } from './inline';
import { inlineSpans } from './inline';
import type { Block, BlockKind } from './markdown';
import { isComment } from './markdown';
import type { Part } from './parts';
import { forReadings } from './readings';
import type { Line, Position, Range } from './text';

export interface Leaf {
  /** The source of the leaf's lines, joined with `\n`. */
  readonly text: string;
  /** The line on which it starts. */
  readonly line: number;
  /** Where in the text each of its lines starts. */
  readonly starts: readonly number[];
  /** The line after its last. */
  readonly end: number;
  readonly kind: BlockKind;
  /** The whole leaf is code. */
  readonly code: boolean;
  /** Code, comments, tags and autolinks in the text, in order. */
  readonly spans: readonly Span[];
}

/** What every link and placeholder has at least one of. Most lines have none, and cost no more than this. */
const SIGN = /[<{[\]]|YYYY|yyyy|NNN|XXXX|TBD|TODO|tbd/;

/** The headings, paragraphs, table rows, code and HTML of a part in which a link or a placeholder may stand, in order. */
export const leavesOf = forReadings(({ lines, origin, allBlocks }: Part): readonly Leaf[] =>
  readLeaves(lines, origin, allBlocks, (start, end) => hasSign(lines, start, end)),
);

/** The same of a whole text, with those in which nothing of the kind can stand. */
export function readAllLeaves(lines: readonly Line[], allBlocks: readonly Block[]): Leaf[] {
  return readLeaves(lines, 0, allBlocks, () => true);
}

/** The leaves that are wanted by their lines, counted from `origin`; comments are no text. */
function readLeaves(
  lines: readonly Line[],
  origin: number,
  allBlocks: readonly Block[],
  wanted: (start: number, end: number) => boolean,
): Leaf[] {
  const leaves: Leaf[] = [];
  for (const block of allBlocks) {
    if (block.children.length > 0) continue;
    const [start, end] = [block.start - origin, block.end - origin];
    if (block.kind === 'table') {
      // A code span ends at its cell, so rows are read one by one.
      for (let line = start; line < end; line++) {
        if (wanted(line, line + 1)) leaves.push(leafOf(lines, block, line, line + 1));
      }
    } else if (wanted(start, end) && !isComment(block)) {
      leaves.push(leafOf(lines, block, start, end));
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
  return {
    text,
    line: start,
    starts,
    kind: block.kind,
    end,
    code: block.kind === 'code',
    spans: inlineSpans(text),
  };
}

/** The range of `leaf.text.slice(start, end)` as the leaf counts lines. */
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
