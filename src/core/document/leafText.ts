/** The text of the leaf blocks of a document, with positions. Links and placeholders are searched in it. */

import type { Span } from '../markdown/inline';
import { inlineSpans } from '../markdown/inline';
import type { Block, BlockKind } from '../markdown/markdown';
import { saysNothing } from '../markdown/markdown';
import { NONE } from '../query/collect';
import { memoize } from '../query/memoize';
import { partitionPoint } from '../text/binarySearch';
import type { Line, Position, Range } from '../text/text';
import type { Part } from './parts';
import { candidateLines } from './prefilter';

/** A leaf block, or a row of a table. */
export interface Leaf {
  /** The source of the leaf's lines, joined with `\n`. */
  readonly text: string;
  /** The line on which it starts. */
  readonly line: number;
  /** The offset in `text` at which each line starts. */
  readonly starts: readonly number[];
  /** The line after its last. */
  readonly end: number;
  readonly kind: BlockKind;
  /** The whole leaf is code. */
  readonly code: boolean;
  /** Code, comments, tags and autolinks in the text, in order. */
  readonly spans: readonly Span[];
}

/**
 * The headings, paragraphs, table rows, code and HTML of a part that may hold a link or a placeholder, in order. Lines
 * count from the first line of the part.
 */
export const leavesOf = memoize((part: Part): readonly Leaf[] => {
  const candidates = candidateLines(part);
  if (candidates.length === 0) return NONE;
  let next = 0;
  return readLeaves(part.lines, part.origin, part.allBlocks, (start, end) => {
    while ((candidates[next] ?? end) < start) next++;
    return (candidates[next] ?? end) < end;
  });
});

/** All leaves of a document, including those that can hold neither a link nor a placeholder. */
export function readAllLeaves(lines: readonly Line[], allBlocks: readonly Block[]): Leaf[] {
  return readLeaves(lines, 0, allBlocks, () => true);
}

/**
 * The leaves for whose lines `wanted` returns true, without comments and definitions. Lines count from `origin`. It
 * calls `wanted` in the order of lines.
 */
function readLeaves(
  lines: readonly Line[],
  origin: number,
  allBlocks: readonly Block[],
  wanted: (start: number, end: number) => boolean,
): Leaf[] {
  const leaves: Leaf[] = [];
  for (const block of allBlocks) {
    if (block.children.length > 0) continue;
    const start = block.start - origin;
    const end = block.end - origin;
    if (block.kind === 'table') {
      // A code span cannot cross cells, so each row is a leaf.
      for (let line = start; line < end; line++) {
        if (wanted(line, line + 1)) leaves.push(new LinesLeaf(lines, block, line, line + 1));
      }
    } else if (wanted(start, end) && !saysNothing(block)) {
      leaves.push(new LinesLeaf(lines, block, start, end));
    }
  }
  return leaves;
}

/** A leaf of whole lines. Its text is joined lazily, because code can be very long and is often not read. */
class LinesLeaf implements Leaf {
  readonly kind: BlockKind;
  readonly code: boolean;
  private joined: string | undefined;
  private offsets: readonly number[] | undefined;
  private found: readonly Span[] | undefined;

  constructor(
    private readonly lines: readonly Line[],
    block: Block,
    readonly line: number,
    readonly end: number,
  ) {
    this.kind = block.kind;
    this.code = block.kind === 'code';
  }

  get text(): string {
    this.joined ??= this.join();
    return this.joined;
  }

  private join(): string {
    let text = this.lines[this.line]?.text ?? '';
    for (let line = this.line + 1; line < this.end; line++) text += `\n${this.lines[line]?.text ?? ''}`;
    return text;
  }

  get starts(): readonly number[] {
    this.offsets ??= this.lineStarts();
    return this.offsets;
  }

  private lineStarts(): number[] {
    const starts = [0];
    let at = 0;
    for (let line = this.line; line < this.end - 1; line++) {
      at += (this.lines[line]?.text.length ?? 0) + 1;
      starts.push(at);
    }
    return starts;
  }

  get spans(): readonly Span[] {
    this.found ??= inlineSpans(this.text);
    return this.found;
  }
}

/** The range of `leaf.text.slice(start, end)`, with lines as the leaf counts them. */
export function leafRange(leaf: Leaf, start: number, end: number): Range {
  return { start: place(leaf, start), end: place(leaf, end) };
}

function place({ starts, line }: Leaf, offset: number): Position {
  const at = partitionPoint(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1;
  return { line: line + at, character: offset - (starts[at] ?? 0) };
}
