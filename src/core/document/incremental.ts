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
 *   grows it to the end of the text. A fence is not parsed to its end; where that lies, its closing line alone
 *   decides.
 * - *Rejoin* at the first block start at or below the end of the edit that was a block start before, so many lines
 *   further up or down: the lines from there on are the old ones, and so are their blocks. What an opened fence or
 *   comment swallowed is kept for as long as nobody edits below it, so that taking that back can rejoin there.
 *
 * What is cut out of the text before Markdown sees it is found line by line from the top, by what looks like tags and
 * fences. An edit of such a line, or in or right below an instruction region, has all regions looked for anew; where
 * one differs, it is from its start on that the text has changed, and blocks may be rejoined where the regions below
 * are as they were. An edit in front matter, or one that makes some, has the text parsed anew, and so has one that
 * joins a carriage return to a line feed. Fields, sections and all else a document has are read from its parts, never
 * carried over.
 */

import type { Block } from '../markdown/markdown';
import { parseBlocks } from '../markdown/markdown';
import { hasInstructionsTag } from '../text/regions';
import type { TextEdit } from '../text/text';
import { applyEdits } from '../text/text';
import { ChangedText, isBlank } from './changedText';
import type { Change } from './changes';
import { changedLines, touchesFrontMatter } from './changes';
import type { Document, Layout } from './document';
import { documentOf, parseDocument } from './document';
import type { Part } from './parts';
import { cutParts, lineAt, NO_PART, partAt, startsOf } from './parts';
import { moveBlock, placed } from './placed';
import { countFirst } from './search';
import { wholeFence } from './wholeFence';

/** The first window goes no further below an edit. */
const FIRST_WINDOW = 64;
/** So many lines are worth keeping what was read of them. */
const MANY_LINES = 8;

/** The document after edits that are made one after the other, each on the text that the last one left. */
export function updateDocument(previous: Document, edits: readonly TextEdit[]): Document {
  return edits.reduce(updateOnce, previous);
}

function updateOnce(previous: Document, edit: TextEdit): Document {
  const change = changedLines(previous.layout, edit);
  return change && !touchesFrontMatter(previous.layout, change)
    ? documentOf(changedLayout(previous.layout, change))
    : parseDocument(applyEdits(previous.text, [edit]));
}

function changedLayout(old: Layout, change: Change): Layout {
  const text = new ChangedText(old, change);
  const fresh = parseChanged(old, change, text);
  const { from, to, parts } = assemble(old, text, fresh);
  const tail = fresh.rejoin?.layout ?? old;
  const inPlace = tail === old && parts.length === to - from;
  const all =
    tail === old
      ? old.parts.toSpliced(from, to - from, ...parts)
      : [...old.parts.slice(0, from), ...parts, ...tail.parts.slice(to)];
  const same = inPlace && text.by === 0 && parts.every(({ origin }, at) => origin === old.starts[from + at]);
  return {
    ...old,
    parts: all,
    starts: same ? old.starts : startsOf(all),
    lineCount: text.count,
    tagged: old.tagged || change.lines.some((line) => hasInstructionsTag(line.text)),
    instructions: text.instructions,
    edited: inPlace ? { of: old.parts, from, to } : undefined,
    earlier: earlierThan(old, change, text, fresh),
  };
}

/** Where many old blocks are lost below an edit, they may be back when it is undone. */
function earlierThan(old: Layout, { to }: Change, text: ChangedText, { rejoin }: Fresh): Layout['earlier'] {
  if (rejoin && rejoin.layout !== old) return undefined;
  const before = old.earlier && { ...old.earlier, tail: Math.min(old.earlier.tail, text.count - text.end) };
  const lost = (rejoin?.line ?? old.lineCount) - to;
  const tail = old.lineCount - to;
  return lost > MANY_LINES && tail > (before?.tail ?? 0)
    ? { layout: { ...old, earlier: undefined }, tail }
    : before;
}

/** New blocks: `restart` is their first line, `rejoin` the line of a layout whose blocks go on after them. */
interface Fresh {
  readonly restart: number;
  readonly blocks: readonly Block[];
  /** Undefined where the new blocks reach to the end of the text. */
  readonly rejoin?: { readonly layout: Layout; readonly line: number } | undefined;
}

function parseChanged(old: Layout, { to }: Change, text: ChangedText): Fresh {
  const restart = restartLine(old, text.from);
  const trusted: Block[] = [];
  let start = restart;
  let least = Math.min((blockStart(old, to) ?? old.lineCount) + text.by + 1, text.end + FIRST_WINDOW);
  for (;;) {
    const lines = text.window(start, least);
    const blocks = parseBlocks(lines, start);
    for (const block of blocks) {
      const rejoin = block.start >= text.end ? rejoinAt(old, text, block.start) : undefined;
      if (rejoin) return { restart, blocks: trusted, rejoin };
      trusted.push(block);
    }
    if (start + lines.length >= text.count) return { restart, blocks: trusted };
    const last = blocks.length > 0 ? trusted.pop() : undefined;
    const fence = last && wholeFence(text, last);
    if (fence) trusted.push(fence);
    start = fence?.end ?? last?.start ?? start;
    least = fence ? start + 1 : start + 4 * lines.length;
  }
}

/**
 * The layout, the old one or one that was lost, that had a block start where the new text has one, below all changes.
 */
function rejoinAt(old: Layout, text: ChangedText, line: number): Fresh['rejoin'] {
  const below = text.count - line;
  for (const { layout, tail } of [{ layout: old, tail: below }, ...(old.earlier ? [old.earlier] : [])]) {
    const before = layout.lineCount - below;
    const stands = below <= tail && isBlockStart(layout, before);
    if (stands && text.hidesAsBefore(line, layout, text.count - layout.lineCount)) {
      return { layout, line: before };
    }
  }
  return undefined;
}

function isBlockStart(layout: Layout, line: number): boolean {
  return blockStart(layout, line) === line;
}

/** The last start of a block above a line with a blank line before it, or 0. */
function restartLine(layout: Layout, line: number): number {
  for (let index = partAt(layout.starts, line); index >= 0; index--) {
    const { blocks } = partOf(layout, index);
    for (let at = blocks.length - 1; at >= 0; at--) {
      const start = blocks[at]?.start ?? 0;
      if (start < line && (start === 0 || isBlank(lineAt(layout, start - 1)))) return start;
    }
  }
  return 0;
}

/** The first start of a block at or after a line. */
function blockStart(layout: Layout, line: number): number | undefined {
  for (let index = partAt(layout.starts, line); index < layout.parts.length; index++) {
    const { blocks } = partOf(layout, index);
    const block = blocks[countFirst(blocks.length, (at) => (blocks[at]?.start ?? line) < line)];
    if (block) return block.start;
  }
  return undefined;
}

/** The parts that the new blocks make with what is left of the old parts they lie in, and which those are. */
function assemble(old: Layout, text: ChangedText, { restart, blocks, rejoin }: Fresh) {
  const tail = rejoin?.layout ?? old;
  const line = rejoin?.line ?? tail.lineCount;
  const by = text.count - tail.lineCount;
  const last = partAt(tail.starts, line);
  const to = rejoin && tail.starts[last] === line ? last : last + 1;
  const kept = partOf(tail, to - 1).blocks.filter(({ start }) => start >= line);
  let from = partAt(old.starts, restart);
  let before = partOf(old, from);
  const head = before.blocks.filter(({ start }) => start < restart);
  let all = [...head, ...blocks, ...(by === 0 ? kept : kept.map((block) => moveBlock(block, by)))];
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
  const end = (tail.starts[to] ?? tail.lineCount) + by;
  return { from, to, parts: cutParts(text.between(first, end), first, all, before) };
}

function partOf({ parts, starts }: Layout, index: number): Part {
  const part = parts[index];
  return part ? placed(part, starts[index] ?? 0) : NO_PART;
}
