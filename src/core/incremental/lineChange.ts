/** Converts an edit to a change of whole lines, and decides whether it affects front matter or instruction regions. */

import type { Parse } from '../document/document';
import { lineAt, linesBetween } from '../document/parts';
import { endsFrontMatter, fenceMark, hasInstructionsTag, opensFrontMatter } from '../text/regions';
import type { Line, TextEdit } from '../text/text';
import { BOM, comparePositions, linesFrom } from '../text/text';

/** Replaces the lines from `from` to `to` (exclusive) by `lines`. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Line[];
}

/**
 * Converts an edit to a change of whole lines. Undefined if the range is invalid, or if the edit adds a byte order mark
 * or joins a carriage return to a line feed; then the whole text must be parsed again.
 */
export function lineChange(parse: Parse, { range, newText }: TextEdit): LineChange | undefined {
  const last = parse.lineCount - 1;
  if (comparePositions(range.start, range.end) > 0 || range.end.line > last) return undefined;
  const from = range.start.line;
  const to = range.end.line + 1;
  const old = linesBetween(parse, Math.max(0, from - 1), to);
  const [first, final] = [old[from === 0 ? 0 : 1], old.at(-1)];
  if (!first || !final) return undefined;
  const text =
    first.text.slice(0, range.start.character) + newText + final.text.slice(range.end.character) + final.end;
  const joins = from > 0 && old[0]?.end === '\r' && text.startsWith('\n');
  const addsBom = from === 0 && !parse.hasBom && text.startsWith(BOM);
  if (joins || addsBom) return undefined;
  const lines = linesFrom(text, 0);
  if (final.end !== '') lines.pop();
  return { from, to, lines };
}

/** True if the change may create, remove or resize front matter. */
export function touchesFrontMatter(parse: Parse, { from, lines }: LineChange): boolean {
  if (parse.frontMatter) return from < parse.frontMatter.end;
  const fence = opensFrontMatter(lineAt(parse, 0)?.text);
  if (from === 0 && (fence || opensFrontMatter(lines[0]?.text))) return true;
  return fence !== undefined && lines.some(({ text }) => endsFrontMatter(text, fence));
}

/**
 * True if the change may create, remove or resize an instruction region. Otherwise regions only move by the number of
 * lines that the change adds above them.
 */
export function touchesInstructions(parse: Parse, { from, to, lines }: LineChange): boolean {
  const old = linesBetween(parse, from, to);
  const some = (test: (line: string) => boolean): boolean =>
    lines.some(({ text }) => test(text)) || old.some(({ text }) => test(text));
  const isFence = (line: string): boolean => fenceMark(line) !== undefined;
  if (some(hasInstructionsTag) || (parse.hasTags && some(isFence))) return true;
  // Only the last region above the change can reach to it.
  const region = parse.instructions.findLast(({ start }) => start < to);
  return region !== undefined && from <= nextTextLine(parse, region.end);
}

/** The first line with text at or after a line. */
function nextTextLine(parse: Parse, from: number): number {
  let line = from;
  while (line < parse.lineCount && lineAt(parse, line)?.text.trim() === '') line++;
  return line;
}
