/** The lines of the text that an edit makes; only those that are needed are put together. */

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

/** How many lines at a time are searched for a blank one. */
const STRIDE = 16;
/** Blank as Markdown sees it. */
const BLANK = /^[ \t]*$/;

export class PatchedLines {
  readonly count: number;
  /** By how many lines what stands below has moved, and the line after the change. */
  readonly by: number;
  readonly end: number;
  readonly instructions: readonly Region[];
  /** The line above which nothing has changed, be it that a region shows or hides more than before. */
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
    // What was looked for anew is a list of its own, even where it is the same: the text in a region has changed.
    const found = touchesInstructions(old, change) ? regionsBetween(this.borders(), this) : moved;
    this.instructions = found;
    this.from = found === moved ? from : Math.min(from, firstDifference(found, moved));
  }

  /** The lines that may open or end a fence or open an instruction region, front matter left out. */
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

  textAt(line: number): string {
    const { from, lines } = this.change;
    if (line < from || line >= this.end) {
      return lineAt(this.old, line < from ? line : line - this.by)?.text ?? '';
    }
    return lines[line - from]?.text ?? '';
  }

  /** True if the same is cut out of the text from a line on, which stands below the change, as before it. */
  hidesAsBefore(line: number): boolean {
    const { instructions } = this.old;
    if (this.by === 0 && this.instructions === instructions) return true;
    const own = this.instructions.filter(({ end }) => end > line);
    const before = instructions.filter(({ end }) => end + this.by > line);
    return own.length === before.length && own.every((region, at) => sameRegion(region, before[at], this.by));
  }

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
   * The lines as Markdown sees them, from `start` up to `least` (exclusive), if the last of them is the first with text
   * after a blank one; else to the first blank one from there on, or to the end.
   */
  window(start: number, least: number): readonly string[] {
    const lines = this.between(start, least);
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

/** Blank as Markdown sees it. */
export function isBlank(line: Line | undefined): boolean {
  return line !== undefined && BLANK.test(line.text);
}

function sameRegion(a: Region, b: Region | undefined, by: number): boolean {
  return b !== undefined && a.start === b.start + by && a.end === b.end + by;
}

/** Where the first region starts that is not in both lists. */
function firstDifference(a: readonly Region[], b: readonly Region[]): number {
  const other = a.findIndex((region, at) => !sameRegion(region, b[at], 0));
  const at = other < 0 ? a.length : other;
  return Math.min(a[at]?.start ?? Infinity, b[at]?.start ?? Infinity);
}
