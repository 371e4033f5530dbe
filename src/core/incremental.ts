/**
 * A document after an edit, equal to the new text parsed anew, at the cost of the blocks that the edit touched.
 *
 * Why it is equal. Markdown's blocks are read from the top, and at the outermost level nothing is remembered: what
 * comes from a block's start on depends on the lines from there on alone. Hence three steps, none of which guesses:
 *
 * - *Restart* at the last old block start above the edit that has a blank line before it, or at the first line. Whatever
 *   stands above has not read the edit: a block looks no further ahead than to the first line with text after a blank
 *   one. A fixed number of lines would not do. `[foo`, `===`, `a`, `b`, `c` is a heading and a paragraph, but all of it
 *   is a link definition once the last line is `c]: /url`.
 * - *Parse a window* from there that ends on a blank line. A block in it is trusted once another one starts after it
 *   inside the window, for then all that it looked at lies inside. Where that is not enough, a larger window starts at
 *   the last block, whose start is trusted, too. An opened fence or comment grows it to the end of the text.
 * - *Rejoin* at the first block start at or below the end of the edit that was a block start before, so many lines
 *   further up or down: the lines from there on are the old ones, and so are their blocks.
 *
 * What is cut out of the text before Markdown sees it is found line by line from the top. An edit that could change it is
 * rare, and its text is parsed anew: one in or right below front matter or an instruction region, or one of a line that
 * could open or close such a region, or a fence in a text with instruction tags. So is one that joins a carriage return
 * to a line feed. Fields, sections, labels and all else a document has are read from its parts, never carried over.
 */

import type { Change } from './changes';
import { ChangedLines, changedLines, isBlank, linesBetween, touchesRegions } from './changes';
import type { Document, Layout } from './document';
import { documentOf, parseDocument } from './document';
import type { Block } from './markdown';
import { parseBlocks } from './markdown';
import { cutParts, moveBlock, partAt, placed, startsOf } from './parts';
import type { Region } from './regions';
import type { TextEdit } from './text';
import { applyEdits } from './text';

/** The document after edits that are made one after the other, each on the text that the last one left. */
export function updateDocument(previous: Document, edits: readonly TextEdit[]): Document {
  return edits.reduce(updateOnce, previous);
}

function updateOnce(previous: Document, edit: TextEdit): Document {
  const change = changedLines(previous.layout, edit);
  return change && !touchesRegions(previous.layout, change)
    ? documentOf(changedLayout(previous.layout, change))
    : parseDocument(applyEdits(previous.text, [edit]));
}

function changedLayout(old: Layout, change: Change): Layout {
  const by = change.lines.length - (change.to - change.from);
  const instructions =
    by === 0 ? old.instructions : old.instructions.map((region) => movedBelow(region, change.to, by));
  const text = new ChangedLines(
    old,
    change,
    by,
    old.frontMatter ? [old.frontMatter, ...instructions] : instructions,
  );
  const fresh = parseChanged(old, change, by, text);
  const { from, to, parts } = assemble(old, by, text, fresh);
  const all = old.parts.toSpliced(from, to - from, ...parts);
  const lineCount = old.lineCount + by;
  const same =
    by === 0 &&
    parts.length === to - from &&
    parts.every(({ origin }, at) => origin === old.starts[from + at]);
  return { ...old, parts: all, starts: same ? old.starts : startsOf(all), lineCount, instructions };
}

function movedBelow(region: Region, line: number, by: number): Region {
  return region.start < line ? region : { start: region.start + by, end: region.end + by };
}

/** New blocks and where they stand: `restart` is their first line, `rejoin` the old line that goes on after them. */
interface Fresh {
  readonly restart: number;
  readonly blocks: readonly Block[];
  /** Undefined where the new blocks reach to the end of the text. */
  readonly rejoin?: number | undefined;
}

function parseChanged(old: Layout, { from, to }: Change, by: number, text: ChangedLines): Fresh {
  const restart = restartLine(old, from);
  const trusted: Block[] = [];
  let start = restart;
  let least = (blockStart(old, to) ?? old.lineCount) + by;
  for (;;) {
    const lines = text.window(start, least);
    const blocks = parseBlocks(lines).map((block) => moveBlock(block, start));
    for (const block of blocks) {
      if (block.start >= text.end && blockStart(old, block.start - by) === block.start - by) {
        return { restart, blocks: trusted, rejoin: block.start - by };
      }
      trusted.push(block);
    }
    if (start + lines.length >= text.count) return { restart, blocks: trusted };
    if (blocks.length > 0) start = trusted.pop()?.start ?? start;
    least = start + 4 * lines.length;
  }
}

/** The last start of a block above a line with a blank line before it, or 0. */
function restartLine(layout: Layout, line: number): number {
  for (let index = partAt(layout.starts, line); index >= 0; index--) {
    const { blocks } = partOf(layout, index);
    for (let at = blocks.length - 1; at >= 0; at--) {
      const start = blocks[at]?.start ?? 0;
      if (start < line && (start === 0 || isBlank(linesBetween(layout, start - 1, start)[0]))) return start;
    }
  }
  return 0;
}

/** The first start of a block at or after a line. */
function blockStart(layout: Layout, line: number): number | undefined {
  for (let index = partAt(layout.starts, line); index < layout.parts.length; index++) {
    const block = partOf(layout, index).blocks.find(({ start }) => start >= line);
    if (block) return block.start;
  }
  return undefined;
}

/** The parts that the new blocks make with what is left of the old parts they lie in, and which those are. */
function assemble(old: Layout, by: number, text: ChangedLines, { restart, blocks, rejoin }: Fresh) {
  let from = partAt(old.starts, restart);
  const last = rejoin === undefined ? old.parts.length - 1 : partAt(old.starts, rejoin);
  const whole = rejoin !== undefined && old.starts[last] === rejoin;
  const to = whole ? last : last + 1;
  const kept =
    rejoin === undefined || whole ? [] : partOf(old, last).blocks.filter(({ start }) => start >= rejoin);
  const head = partOf(old, from).blocks.filter(({ start }) => start < restart);
  let all = [...head, ...blocks, ...(by === 0 ? kept : kept.map((block) => moveBlock(block, by)))];
  // A heading that is none any more leaves its text to the part above.
  while (
    from > 0 &&
    (all[0]?.kind !== 'heading' || all[0].start !== old.starts[from] || old.starts[from] === 0)
  ) {
    from--;
    all = [...partOf(old, from).blocks, ...all];
  }
  const first = old.starts[from] ?? 0;
  const end = (old.starts[to] ?? old.lineCount) + by;
  return { from, to, parts: cutParts(text.between(first, end), first, all) };
}

function partOf({ parts, starts }: Layout, index: number): { readonly blocks: readonly Block[] } {
  const part = parts[index];
  return part ? placed(part, starts[index] ?? 0) : { blocks: [] };
}
