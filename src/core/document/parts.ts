/**
 * Splits a document into parts: a part reaches from one top-level heading to the next. Parts are immutable, and two
 * documents that differ by an edit share all but a few of them, including those that the edit moves up or down.
 */

import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import { partitionPoint } from '../text/binarySearch';
import type { Line } from '../text/text';
import type { Heading } from './headings';
import { readHeading } from './headings';

/** The lines from one top-level heading to the next, and their blocks. */
export class Part {
  /** All blocks, parents before their children. */
  readonly allBlocks: readonly Block[];

  constructor(
    readonly lines: readonly Line[],
    /** The line on which the part started when it was created: the line numbers in its heading and blocks count so. */
    readonly origin: number,
    /** The heading at its start. Only the first part of a document has none, and may have no lines. */
    readonly heading: Heading | undefined,
    /** The top-level blocks, including that of the heading. */
    readonly blocks: readonly Block[],
  ) {
    this.allBlocks = walkBlocks(blocks);
  }
}

/** The empty part. */
export const NO_PART = new Part([], 0, undefined, []);

/**
 * Cuts lines into parts at their headings. `first` is the line number of `lines[0]`, and `blocks` are the top-level
 * blocks of the lines. `before` is a part of the previous document that may have the same heading, which is then
 * reused.
 */
export function cutParts(
  lines: readonly Line[],
  first: number,
  blocks: readonly Block[],
  before?: Part,
): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let at = 0;
  const cut = (to: number, end: number): void => {
    // Only the first part of a document may be empty.
    if (first > 0 && end === 0) return;
    const partLines = lines.slice(from, end);
    const partBlocks = blocks.slice(at, to);
    const [block] = partBlocks;
    const heading = block && headingOf(block, partLines[0]?.text ?? '', before);
    parts.push(new Part(partLines, first + from, heading, partBlocks));
    from = end;
    at = to;
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') cut(index, block.start - first);
  }
  cut(blocks.length, lines.length);
  return parts;
}

/** The heading of a block. It reuses the heading of `before` if their blocks are equal: then it is above the edit. */
function headingOf(block: Block, line: string, before: Part | undefined): Heading | undefined {
  if (block.kind !== 'heading') return undefined;
  const [old] = before?.blocks ?? [];
  const same =
    old?.kind === 'heading' &&
    (old === block ||
      (old.start === block.start &&
        old.end === block.end &&
        old.level === block.level &&
        old.content === block.content));
  return same ? before?.heading : readHeading(block, line);
}

/** The line on which each part starts; the first one starts on `line`. */
export function startsOf(parts: readonly Part[], line = 0): number[] {
  let next = line;
  return parts.map(({ lines }) => {
    const start = next;
    next += lines.length;
    return start;
  });
}

/** The index of the part that contains a line, by the lines on which parts start; if several start there, the last. */
export function partAt(starts: readonly number[], line: number): number {
  return Math.max(0, partitionPoint(starts.length, (at) => (starts[at] ?? 0) <= line) - 1);
}

/** The line with a given number; undefined if it is after the last part. */
export function lineAt(
  { parts, starts }: { readonly parts: readonly Part[]; readonly starts: readonly number[] },
  line: number,
): Line | undefined {
  const at = partAt(starts, line);
  return parts[at]?.lines[line - (starts[at] ?? 0)];
}

/** Appends the lines from `from` to `to` (exclusive) to `between`, and returns it. */
export function linesBetween(
  { parts, starts }: { readonly parts: readonly Part[]; readonly starts: readonly number[] },
  from: number,
  to: number,
  between: Line[] = [],
): Line[] {
  if (to <= from) return between;
  for (let index = partAt(starts, from); index < parts.length; index++) {
    const start = starts[index] ?? 0;
    if (start >= to) break;
    const { lines } = parts[index] ?? { lines: [] };
    const end = Math.min(lines.length, to - start);
    for (let at = Math.max(0, from - start); at < end; at++) {
      const line = lines[at];
      if (line) between.push(line);
    }
  }
  return between;
}
