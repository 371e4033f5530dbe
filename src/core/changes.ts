/** An edit as a change of whole lines, and the lines of the text that it makes. */

import type { Layout } from './document';
import type { Part } from './parts';
import { lineAt, linesBetween, partAt } from './parts';
import { forReadings, NONE, readAll } from './readings';
import type { Region } from './regions';
import {
  blanked,
  endsFrontMatter,
  hasInstructionsTag,
  isBorder,
  mayOpenFence,
  moveRegions,
  opensFrontMatter,
  regionsBetween,
} from './regions';
import type { Line, TextEdit } from './text';
import { BOM, comparePositions, linesFrom } from './text';

/** Whole lines, from `from` to `to` (exclusive), that others take the place of. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Line[];
}

/** How many lines at a time are searched for a blank one. */
const STRIDE = 16;

/** The edit as a change of whole lines; undefined where it does not end at the ends of lines. */
export function changedLines(layout: Layout, { range, newText }: TextEdit): Change | undefined {
  const last = layout.lineCount - 1;
  if (comparePositions(range.start, range.end) > 0 || range.end.line > last) return undefined;
  const from = range.start.line;
  const to = range.end.line + 1;
  const old = linesBetween(layout, Math.max(0, from - 1), to);
  const [first, final] = [old[from === 0 ? 0 : 1], old.at(-1)];
  if (!first || !final) return undefined;
  const text =
    first.text.slice(0, range.start.character) + newText + final.text.slice(range.end.character) + final.end;
  const joins = from > 0 && old[0]?.end === '\r' && text.startsWith('\n');
  const marks = from === 0 && !layout.marked && text.startsWith(BOM);
  if (joins || marks) return undefined;
  const lines = linesFrom(text, 0);
  if (final.end !== '') lines.pop();
  return { from, to, lines };
}

/** True if front matter could come, go or become longer. */
export function touchesFrontMatter(layout: Layout, { from, lines }: Change): boolean {
  if (layout.frontMatter) return from < layout.frontMatter.end;
  const top = lineAt(layout, 0);
  if (from === 0) return opensFrontMatter(top?.text) || opensFrontMatter(lines[0]?.text);
  return opensFrontMatter(top?.text) && lines.some(({ text }) => endsFrontMatter(text));
}

/** True if the change could make, end or move an instruction region in another way than by the lines it adds above. */
function touchesInstructions(layout: Layout, { from, to, lines }: Change): boolean {
  const old = linesBetween(layout, from, to);
  const some = (test: (line: string) => boolean): boolean =>
    lines.some(({ text }) => test(text)) || old.some(({ text }) => test(text));
  if (some(hasInstructionsTag) || (layout.tagged && some(mayOpenFence))) return true;
  // A region starts with text: only the last one above the change can reach to it.
  const region = layout.instructions.findLast(({ start }) => start < to);
  return region !== undefined && from <= nextTextLine(layout, region.end);
}

/** The first line with text from a line on. */
function nextTextLine(layout: Layout, from: number): number {
  let line = from;
  while (line < layout.lineCount && lineAt(layout, line)?.text.trim() === '') line++;
  return line;
}

/** The new text, of which only those lines that are asked for are put together. */
export class ChangedText {
  readonly count: number;
  /** By how many lines what stands below has moved, and the line after the change. */
  readonly by: number;
  readonly end: number;
  readonly instructions: readonly Region[];
  /** The line above which nothing has changed, be it that a region shows or hides more than before. */
  readonly from: number;

  constructor(
    private readonly old: Layout,
    private readonly change: Change,
  ) {
    const { from, to, lines } = change;
    this.by = lines.length - (to - from);
    this.count = old.lineCount + this.by;
    this.end = from + lines.length;
    const moved = moveRegions(old.instructions, to, this.by);
    // What was looked for anew is a list of its own, even where it is the same: the text in a region has changed.
    const found = touchesInstructions(old, change) ? this.findInstructions() : moved;
    this.instructions = found;
    this.from = found === moved ? from : Math.min(from, firstDifference(found, moved));
  }

  private findInstructions(): Region[] {
    const { parts, starts } = this.old;
    const first = partAt(starts, this.change.from);
    const last = partAt(starts, this.change.to - 1) + 1;
    const start = starts[first] ?? 0;
    const end = (starts[last] ?? this.old.lineCount) + this.by;
    const moved = starts.slice(last).map((line) => line + this.by);
    const borders = [
      ...readAll({ parts: parts.slice(0, first), starts }, bordersOf, undefined, onLine),
      ...bordersIn(this.between(start, end)).map((line) => start + line),
      ...readAll({ parts: parts.slice(last), starts: moved }, bordersOf, undefined, onLine),
    ];
    const top = this.old.frontMatter?.end ?? 0;
    return regionsBetween(
      borders.filter((line) => line >= top),
      this,
    );
  }

  textAt(line: number): string {
    const { from, lines } = this.change;
    if (line < from || line >= this.end) {
      return lineAt(this.old, line < from ? line : line - this.by)?.text ?? '';
    }
    return lines[line - from]?.text ?? '';
  }

  /** True if the same is cut out of the text from a line on as out of an earlier one, whose end is `by` lines further up. */
  hidesAsBefore(line: number, layout: Layout, by: number): boolean {
    if (by === 0 && this.instructions === layout.instructions) return true;
    const own = this.instructions.filter(({ end }) => end > line);
    const before = layout.instructions.filter(({ end }) => end + by > line);
    return own.length === before.length && own.every((region, at) => sameRegion(region, before[at], by));
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
    return blanked(
      lines.map(({ text }) => text),
      this.old.frontMatter ? [this.old.frontMatter, ...this.instructions] : this.instructions,
      start,
    );
  }
}

const bordersOf = forReadings(({ lines }: Part): readonly number[] => bordersIn(lines));

function bordersIn(lines: readonly Line[]): readonly number[] {
  const borders = lines.flatMap(({ text }, at) => (isBorder(text) ? [at] : []));
  return borders.length === 0 ? NONE : borders;
}

function onLine(line: number, start: number): number {
  return start + line;
}

/** Blank as Markdown sees it. */
export function isBlank(line: Line | undefined): boolean {
  return line !== undefined && /^[ \t]*$/.test(line.text);
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
