/**
 * A document after an edit, equal to the new text parsed anew, at the cost of the blocks that the edit touched.
 *
 * Why it is equal. Markdown's blocks are read from the top, and at the outermost level nothing is remembered: what
 * comes from a block's start on depends on the lines from there on alone. Hence three steps, none of which guesses:
 *
 * - *Restart* at the last old block start above the edit that has a blank line before it, or at the first line.
 *   Whatever stands above has not read the edit: a block looks no further ahead than to the first line with text
 *   after a blank one. A fixed number of lines would not do. `[foo`, `===`, `a`, `b`, `c` is a heading and a
 *   paragraph, but all of it is a link definition once the last line is `c]: /url`.
 * - *Parse a window* from there that ends on a blank line, or on the first line with text after one. A block in it is
 *   trusted once another one starts after it inside the window, for then all that it looked at lies inside. Where
 *   that is not enough, a larger window starts at the last block, whose start is trusted, too: an opened comment
 *   grows it to the end of the text.
 * - *Rejoin* at the first block start at or below the end of the edit that was a block start before, so many lines
 *   further up or down: the lines from there on are the old ones, and so are their blocks.
 *
 * What is cut out of the text before Markdown sees it is found line by line from the top, by what looks like tags and
 * fences. An edit of such a line, or in or right below an instruction region, has all regions looked for anew; where
 * one differs, it is from its start on that the text has changed, and blocks may be rejoined where the regions below
 * are as they were. An edit in front matter, or one that makes some, has the text parsed anew, and so has one that
 * joins a carriage return to a line feed. Fields, sections and all else a document has are read from its parts, never
 * carried over.
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

/** The first window goes no further below an edit. */
const FIRST_WINDOW = 64;

/** The document after edits that are made one after the other, each on the text that the last one left. */
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

/** New blocks: `restart` is their first line, `rejoin` the line of the old parse whose blocks go on after them. */
interface NewBlocks {
  readonly restart: number;
  readonly blocks: readonly Block[];
  /** Undefined where the new blocks reach to the end of the text. */
  readonly rejoin?: number | undefined;
}

function parseChanged(old: Parse, { to }: LineChange, text: PatchedLines): NewBlocks {
  const restart = restartLine(old, text.from);
  const trusted: Block[] = [];
  let start = restart;
  let least = Math.min((blockStart(old, to) ?? old.lineCount) + text.by + 1, text.end + FIRST_WINDOW);
  for (;;) {
    const lines = text.window(start, least);
    const blocks = parseBlocks(lines, start);
    for (const block of blocks) {
      if (canRejoin(old, text, block.start))
        return { restart, blocks: trusted, rejoin: block.start - text.by };
      trusted.push(block);
    }
    if (start + lines.length >= text.count) return { restart, blocks: trusted };
    start = (blocks.length > 0 ? trusted.pop()?.start : undefined) ?? start;
    least = start + 4 * lines.length;
  }
}

/** True if a block of the new text starts below all changes, where a block of the old text starts. */
function canRejoin(old: Parse, text: PatchedLines, line: number): boolean {
  const before = line - text.by;
  return line >= text.end && blockStart(old, before) === before && text.hidesAsBefore(line);
}

/** The last start of a block above a line with a blank line before it, or 0. */
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

/** The parts that the new blocks make with what is left of the old parts they lie in, and which those are. */
function assemble(old: Parse, text: PatchedLines, { restart, blocks, rejoin }: NewBlocks) {
  const last = partAt(old.starts, rejoin ?? old.lineCount);
  const to = rejoin !== undefined && old.starts[last] === rejoin ? last : last + 1;
  const kept = rejoin === undefined ? [] : partOf(old, to - 1).blocks.filter(({ start }) => start >= rejoin);
  let from = partAt(old.starts, restart);
  let before = partOf(old, from);
  const head = before.blocks.filter(({ start }) => start < restart);
  let all = [...head, ...blocks, ...kept.map((block) => moveBlock(block, text.by))];
  // A heading that is none any more leaves its text to the part above.
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
