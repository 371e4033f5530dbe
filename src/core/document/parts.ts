/**
 * A document in parts: a part goes from one top-level heading to the next. Parts are immutable, so that documents which
 * differ by an edit share all parts but a few, also those that the edit pushes up or down.
 */

import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import { partitionPoint } from '../text/binarySearch';
import type { Line } from '../text/text';
import type { Heading } from './headings';
import { readHeading } from './headings';

export class Part {
  /** All of its blocks, parents before their children. */
  readonly allBlocks: readonly Block[];

  constructor(
    readonly lines: readonly Line[],
    /** The line of the document on which the part stood when it was made; its heading and blocks say so. */
    readonly origin: number,
    /** What it starts with; only the first part of a document has no heading, and may have no lines. */
    readonly heading: Heading | undefined,
    /** Its top-level blocks, that of the heading included. */
    readonly blocks: readonly Block[],
  ) {
    this.allBlocks = walkBlocks(blocks);
  }
}

export const NO_PART = new Part([], 0, undefined, []);

/**
 * The parts of whole lines, the first of which is the document's line `first`; `before` is what a heading was read
 * in.
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
    // In front of a first heading stands a part of its own, even an empty one; elsewhere it is another part's.
    if (first > 0 && end === 0) return;
    const own = lines.slice(from, end);
    const all = blocks.slice(at, to);
    const [block] = all;
    const heading = block && headingOf(block, own[0]?.text ?? '', before);
    parts.push(new Part(own, first + from, heading, all));
    from = end;
    at = to;
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') cut(index, block.start - first);
  }
  cut(blocks.length, lines.length);
  return parts;
}

/** A heading is read once: one that stands in front of what is read again is above the edit. */
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

/** The line on which each of the parts starts, the first on `line`. */
export function startsOf(parts: readonly Part[], line = 0): number[] {
  let start = line;
  return parts.map(({ lines }) => {
    const own = start;
    start += lines.length;
    return own;
  });
}

/** Which of the parts, by the lines they start on, a line lies in; of those on one line the last. */
export function partAt(starts: readonly number[], line: number): number {
  return Math.max(0, partitionPoint(starts.length, (at) => (starts[at] ?? 0) <= line) - 1);
}

/** One line of parts that start on the given lines. */
export function lineAt(
  { parts, starts }: { readonly parts: readonly Part[]; readonly starts: readonly number[] },
  line: number,
): Line | undefined {
  const at = partAt(starts, line);
  return parts[at]?.lines[line - (starts[at] ?? 0)];
}

/** The lines from one to another (exclusive) of parts that start on the given lines, after those given. */
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
