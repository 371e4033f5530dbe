/**
 * Incremental parsing. The result equals a parse of the new text, but the cost depends on the edited blocks only.
 *
 * Why the result is equal: Markdown's block parser reads from the top and has no state between top-level blocks, so the
 * blocks from a block start on depend only on the lines from there on. Three steps follow from this:
 *
 * - *Restart* at the last old block start above the edit that follows a blank line, or at the first line. The blocks
 *   above do not depend on the edit: a block looks ahead at most to the first line with text after a blank line. A
 *   fixed number of lines would not suffice. `[foo`, `===`, `a`, `b`, `c` is a heading and a paragraph, but one link
 *   reference definition once the last line is `c]: /url`.
 * - *Parse a window* from there that ends on a blank line, or on the first line with text after one. A block is final
 *   once another block starts after it in the window, because then its lookahead was inside the window. If the window
 *   is too small, a larger one starts at its last block, whose start is final, too. An unclosed comment enlarges the
 *   window to the end of the text.
 * - *Rejoin* at the first new block start at or below the end of the edit that, moved by the number of added lines, is
 *   an old block start. The lines from there on are the old ones, and so are their blocks.
 *
 * Regions that are hidden from Markdown are found line by line from the top, by tags and fences. An edit of such a
 * line, or in or directly below an instruction region, searches all regions again. If a region differs, the change
 * starts at its start, and blocks rejoin only where the regions below are the old ones. An edit that may touch front
 * matter, and one that joins a carriage return to a line feed, parses the whole text. Fields, sections and all other
 * properties are derived from the parts and never copied from the old document.
 */

import type { Document, Parse } from '../document/document';
import { documentOf, PARSE, parseDocument } from '../document/document';
import { moveBlock, placed } from '../document/lineOffset';
import type { Part } from '../document/parts';
import { cutParts, lineAt, NO_PART, partAt, startsOf } from '../document/parts';
import type { Block } from '../markdown/markdown';
import { parseBlocks } from '../markdown/markdown';
import { partitionPoint } from '../text/binarySearch';
import { hasInstructionsTag } from '../text/regions';
import type { TextEdit } from '../text/text';
import { applyEdits } from '../text/text';
import type { LineChange } from './lineChange';
import { lineChange, touchesFrontMatter } from './lineChange';
import { isBlank, PatchedLines } from './patchedLines';

/** The most lines that the first window reaches below the edit. */
const FIRST_WINDOW = 64;

/** The document after edits. They are applied in sequence: each range refers to the text after the previous edit. */
export function updateDocument(previous: Document, edits: readonly TextEdit[]): Document {
  return edits.reduce(updateOnce, previous);
}

function updateOnce(previous: Document, edit: TextEdit): Document {
  const change = lineChange(previous[PARSE], edit);
  return change && !touchesFrontMatter(previous[PARSE], change)
    ? documentOf(parseAfter(previous[PARSE], change))
    : parseDocument(applyEdits(previous.text, [edit]));
}

function parseAfter(old: Parse, change: LineChange): Parse {
  const text = new PatchedLines(old, change);
  const { from, to, parts } = assemble(old, text, parseChanged(old, change, text));
  const all = old.parts.toSpliced(from, to - from, ...parts);
  return {
    ...old,
    parts: all,
    starts: startsOf(all),
    lineCount: text.count,
    hasTags: old.hasTags || change.lines.some((line) => hasInstructionsTag(line.text)),
    instructions: text.instructions,
  };
}

/** New blocks from line `restart` on. They end where the old blocks continue, at line `rejoin` of the old parse. */
interface NewBlocks {
  readonly restart: number;
  readonly blocks: readonly Block[];
  /** Undefined if the new blocks reach to the end of the text. */
  readonly rejoin?: number | undefined;
}

function parseChanged(old: Parse, { to }: LineChange, text: PatchedLines): NewBlocks {
  const restart = restartLine(old, text.from);
  const trusted: Block[] = [];
  let start = restart;
  let minEnd = Math.min((blockStart(old, to) ?? old.lineCount) + text.by + 1, text.end + FIRST_WINDOW);
  for (;;) {
    const lines = text.window(start, minEnd);
    const blocks = parseBlocks(lines, start);
    for (const block of blocks) {
      if (canRejoin(old, text, block.start))
        return { restart, blocks: trusted, rejoin: block.start - text.by };
      trusted.push(block);
    }
    if (start + lines.length >= text.count) return { restart, blocks: trusted };
    start = (blocks.length > 0 ? trusted.pop()?.start : undefined) ?? start;
    minEnd = start + 4 * lines.length;
  }
}

/** True if a block of the new text starts below the change, at the start of a block of the old text. */
function canRejoin(old: Parse, text: PatchedLines, line: number): boolean {
  const before = line - text.by;
  return line >= text.end && blockStart(old, before) === before && text.hidesAsBefore(line);
}

/** The last start of a block above a line that follows a blank line, or 0. */
function restartLine(parse: Parse, line: number): number {
  for (let index = partAt(parse.starts, line); index >= 0; index--) {
    const { blocks } = partOf(parse, index);
    for (let at = blocks.length - 1; at >= 0; at--) {
      const start = blocks[at]?.start ?? 0;
      if (start < line && (start === 0 || isBlank(lineAt(parse, start - 1)))) return start;
    }
  }
  return 0;
}

/** The first start of a block at or after a line. */
function blockStart(parse: Parse, line: number): number | undefined {
  for (let index = partAt(parse.starts, line); index < parse.parts.length; index++) {
    const { blocks } = partOf(parse, index);
    const block = blocks[partitionPoint(blocks.length, (at) => (blocks[at]?.start ?? line) < line)];
    if (block) return block.start;
  }
  return undefined;
}

/**
 * The new parts: they consist of the new blocks and the remaining blocks of the old parts around them. They replace the
 * old parts from index `from` to `to` (exclusive).
 */
function assemble(old: Parse, text: PatchedLines, { restart, blocks, rejoin }: NewBlocks) {
  const last = partAt(old.starts, rejoin ?? old.lineCount);
  const to = rejoin !== undefined && old.starts[last] === rejoin ? last : last + 1;
  const kept = rejoin === undefined ? [] : partOf(old, to - 1).blocks.filter(({ start }) => start >= rejoin);
  let from = partAt(old.starts, restart);
  let before = partOf(old, from);
  const head = before.blocks.filter(({ start }) => start < restart);
  let all = [...head, ...blocks, ...kept.map((block) => moveBlock(block, text.by))];
  // If the heading of a part is gone, its lines belong to the part above.
  while (
    from > 0 &&
    (all[0]?.kind !== 'heading' || all[0].start !== old.starts[from] || old.starts[from] === 0)
  ) {
    from--;
    before = partOf(old, from);
    all = [...before.blocks, ...all];
  }
  const first = old.starts[from] ?? 0;
  const end = (old.starts[to] ?? old.lineCount) + text.by;
  return { from, to, parts: cutParts(text.between(first, end), first, all, before) };
}

function partOf({ parts, starts }: Parse, index: number): Part {
  const part = parts[index];
  return part ? placed(part, starts[index] ?? 0) : NO_PART;
}
