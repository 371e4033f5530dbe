/** An edit as a change of whole lines, and the lines of the text that it makes. */

import type { Layout } from './document';
import { linesBetween } from './parts';
import type { Region } from './regions';
import { blanked, endsFrontMatter, hasInstructionsTag, mayOpenFence, opensFrontMatter } from './regions';
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

/** True if the change could make, end or move a region in another way than by the lines it adds above. */
export function touchesRegions(layout: Layout, { from, to, lines }: Change): boolean {
  const { frontMatter, instructions, tagged } = layout;
  const old = linesBetween(layout, from, to);
  if (frontMatter ? from < frontMatter.end : makesFrontMatter(layout, old[0], { from, to, lines }))
    return true;
  const some = (test: (line: string) => boolean): boolean =>
    lines.some(({ text }) => test(text)) || old.some(({ text }) => test(text));
  if (some(hasInstructionsTag) || (tagged && some(mayOpenFence))) return true;
  return instructions.some(({ start, end }) => to > start && from <= nextTextLine(layout, end));
}

/** True if front matter could come about: its first line is new, or stood alone and finds its end. */
function makesFrontMatter(layout: Layout, old: Line | undefined, { from, lines }: Change): boolean {
  if (from === 0) return opensFrontMatter(old?.text) || opensFrontMatter(lines[0]?.text);
  return (
    opensFrontMatter(linesBetween(layout, 0, 1)[0]?.text) && lines.some(({ text }) => endsFrontMatter(text))
  );
}

/** The first line with text from a line on. */
function nextTextLine(layout: Layout, from: number): number {
  let line = from;
  while (line < layout.lineCount && linesBetween(layout, line, line + 1)[0]?.text.trim() === '') line++;
  return line;
}

/** The lines of the new text, of which only those that are asked for are put together. */
export class ChangedLines {
  readonly count: number;
  /** The line after the change. */
  readonly end: number;

  constructor(
    private readonly old: Layout,
    private readonly change: Change,
    readonly by: number,
    private readonly regions: readonly Region[],
  ) {
    this.count = old.lineCount + by;
    this.end = change.from + change.lines.length;
  }

  between(start: number, end: number): Line[] {
    const { from, lines, to } = this.change;
    return [
      ...linesBetween(this.old, start, Math.min(end, from)),
      ...lines.slice(Math.max(0, start - from), Math.max(0, end - from)),
      ...linesBetween(this.old, Math.max(to, start - this.by), end - this.by),
    ];
  }

  /** The lines as Markdown sees them, from `start` to the first blank one at or after `least`, or to the last. */
  window(start: number, least: number): readonly string[] {
    const lines = this.between(start, least);
    for (let at = start + lines.length; at < this.count; at += STRIDE) {
      const more = this.between(at, at + STRIDE);
      const blank = more.findIndex(isBlank);
      lines.push(...(blank < 0 ? more : more.slice(0, blank + 1)));
      if (blank >= 0) break;
    }
    return blanked(
      lines.map(({ text }) => text),
      this.regions,
      start,
    );
  }
}

/** Blank as Markdown sees it. */
export function isBlank(line: Line | undefined): boolean {
  return line !== undefined && /^[ \t]*$/.test(line.text);
}
