/** The lines of a document after an edit, as a patch over the old parse: lines are collected only when read. */

import type { Parse } from '../document/document';
import type { Part } from '../document/parts';
import { lineAt, linesBetween } from '../document/parts';
import { collect, NONE } from '../query/collect';
import { memoize } from '../query/memoize';
import type { Region } from '../text/regions';
import { blanked, moveRegions, regionsBetween } from '../text/regions';
import type { Line } from '../text/text';
import type { LineChange } from './lineChange';
import { touchesInstructions } from './lineChange';

/** The number of lines per step in the search for a blank line. */
const STRIDE = 16;
/** A blank line in the sense of Markdown. */
const BLANK = /^[ \t]*$/;

/** The lines of the new text, and its instruction regions. */
export class PatchedLines {
  readonly count: number;
  /** The number of lines by which the lines below the change have moved. */
  readonly by: number;
  /** The line after the change, in the new text. */
  readonly end: number;
  readonly instructions: readonly Region[];
  /** The first line that changed for Markdown, including lines that a changed region shows or hides. */
  readonly from: number;

  constructor(
    private readonly old: Parse,
    private readonly change: LineChange,
  ) {
    const { from, to, lines } = change;
    this.by = lines.length - (to - from);
    this.count = old.lineCount + this.by;
    this.end = from + lines.length;
    const moved = moveRegions(old.instructions, to, this.by);
    // If regions are searched again, the result counts as different even if it is equal: the text in one has changed.
    const found = touchesInstructions(old, change) ? regionsBetween(this.borders(), this) : moved;
    this.instructions = found;
    this.from = found === moved ? from : Math.min(from, firstDifference(found, moved));
  }

  /** The lines below front matter that may open or end a fence or open an instruction region. */
  private borders(): number[] {
    const { from, to, lines } = this.change;
    const old = collect(this.old, bordersOf, undefined, (line, start) => start + line);
    const borders = [
      ...old.filter((line) => line < from),
      ...bordersIn(lines).map((line) => from + line),
      ...old.filter((line) => line >= to).map((line) => line + this.by),
    ];
    const top = this.old.frontMatter?.end ?? 0;
    return borders.filter((line) => line >= top);
  }

  /** The text of a line; empty if it does not exist. */
  textAt(line: number): string {
    const { from, lines } = this.change;
    if (line < from || line >= this.end) {
      return lineAt(this.old, line < from ? line : line - this.by)?.text ?? '';
    }
    return lines[line - from]?.text ?? '';
  }

  /** True if the instruction regions from a line below the change on are the old ones, moved. */
  hidesAsBefore(line: number): boolean {
    const { instructions } = this.old;
    if (this.by === 0 && this.instructions === instructions) return true;
    const now = this.instructions.filter(({ end }) => end > line);
    const before = instructions.filter(({ end }) => end + this.by > line);
    return now.length === before.length && now.every((region, at) => sameRegion(region, before[at], this.by));
  }

  /** The lines from `start` to `end` (exclusive). */
  between(start: number, end: number): Line[] {
    const { from, lines, to } = this.change;
    const between = linesBetween(this.old, start, Math.min(end, from));
    for (let at = Math.max(from, start); at < Math.min(this.end, end); at++) {
      const line = lines[at - from];
      if (line) between.push(line);
    }
    return linesBetween(this.old, Math.max(to, start - this.by), end - this.by, between);
  }

  /**
   * The lines from `start` to `minEnd` (exclusive), without hidden regions. Unless the last of these lines has text and
   * follows a blank line, the window continues to the next blank line, or to the end of the text.
   */
  window(start: number, minEnd: number): readonly string[] {
    const lines = this.between(start, minEnd);
    const ends = isBlank(lines.at(-2)) && !isBlank(lines.at(-1));
    for (let at = start + lines.length; !ends && at < this.count; at += STRIDE) {
      const more = this.between(at, at + STRIDE);
      const blank = more.findIndex(isBlank);
      lines.push(...(blank < 0 ? more : more.slice(0, blank + 1)));
      if (blank >= 0) break;
    }
    const { frontMatter } = this.old;
    const hidden = frontMatter ? [frontMatter, ...this.instructions] : this.instructions;
    return blanked(
      lines.map(({ text }) => text),
      hidden,
      start,
    );
  }
}

const bordersOf = memoize(({ lines }: Part): readonly number[] => bordersIn(lines));

function bordersIn(lines: readonly Line[]): readonly number[] {
  const borders: number[] = [];
  for (let line = 0; line < lines.length; line++) if (lines[line]?.border) borders.push(line);
  return borders.length === 0 ? NONE : borders;
}

/** True for a line that is blank in the sense of Markdown. */
export function isBlank(line: Line | undefined): boolean {
  return line !== undefined && BLANK.test(line.text);
}

function sameRegion(a: Region, b: Region | undefined, by: number): boolean {
  return b !== undefined && a.start === b.start + by && a.end === b.end + by;
}

/** The start of the first region that is not in both lists; `Infinity` if the lists are equal. */
function firstDifference(a: readonly Region[], b: readonly Region[]): number {
  const found = a.findIndex((region, at) => !sameRegion(region, b[at], 0));
  const at = found < 0 ? a.length : found;
  return Math.min(a[at]?.start ?? Infinity, b[at]?.start ?? Infinity);
}
