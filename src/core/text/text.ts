/**
 * Lines, positions and edits: the plain-text layer under everything else.
 *
 * Positions are those of LSP: zero-based lines, zero-based UTF-16 columns. Lines end at `\r\n`, `\n` or a lone `\r`,
 * and nowhere else, so that the editor and the command line count lines alike.
 */

import { isBorder } from './regions';

/** A position in a text, zero-based, with UTF-16 columns. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A range from `start` (inclusive) to `end` (exclusive). */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces `range` by `newText`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** One line without its line ending, and that ending (`''` on the last line). */
export interface Line {
  readonly text: string;
  readonly end: string;
  /** The prefilter: if false, the line holds no link, definition, anchor, placeholder or mask. Most lines hold none. */
  readonly mayMatch: boolean;
  /** The line may open or end a code fence, or open an instruction region. */
  readonly border: boolean;
}

/**
 * Matches every line that holds a link, definition, anchor, placeholder or mask. The box of a task, brackets around a
 * blank or an x, does not match.
 */
const CANDIDATE =
  /[<{［｛＜]|\[(?![ xX]?\])|\][(:[]|YYYY|yyyy|JJJJ|jjjj|AAAA|aaaa|ГГГГ|гггг|NNN|XXXX|TBD|TODO|tbd/;

/** The byte order mark. */
export const BOM = '\uFEFF';

/** Splits a text into lines, at least one. A byte order mark at its start is dropped. */
export function splitLines(text: string): Line[] {
  return linesFrom(text, bomLength(text));
}

/** The lines of `text` from an offset on. */
export function linesFrom(text: string, offset: number): Line[] {
  const lines: Line[] = [];
  let start = offset;
  let feed = text.indexOf('\n', start);
  let carriage = text.indexOf('\r', start);
  while (feed >= 0 || carriage >= 0) {
    const at = feed < 0 || (carriage >= 0 && carriage < feed) ? carriage : feed;
    const end = at === feed ? '\n' : at + 1 === feed ? '\r\n' : '\r';
    lines.push(lineOf(text.slice(start, at), end));
    start = at + end.length;
    if (feed >= 0 && feed < start) feed = text.indexOf('\n', start);
    if (carriage >= 0 && carriage < start) carriage = text.indexOf('\r', start);
  }
  lines.push(lineOf(text.slice(start), ''));
  return lines;
}

function lineOf(text: string, end: string): Line {
  return { text, end, mayMatch: text !== '' && CANDIDATE.test(text), border: isBorder(text) };
}

function bomLength(text: string): number {
  return text.startsWith(BOM) ? BOM.length : 0;
}

/** Creates a range from lines and columns. */
export function range(line: number, character: number, endLine: number, endCharacter: number): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

/** The empty range at the start of a line. */
export function lineStart(line: number): Range {
  return range(line, 0, line, 0);
}

/** The range moved down by `by` lines; up if `by` is negative. */
export function moveRange({ start, end }: Range, by: number): Range {
  return range(start.line + by, start.character, end.line + by, end.character);
}

/** Negative if `a` is before `b`, zero if they are equal, positive if `a` is after `b`. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** True if the two ranges share a character, or an empty range lies strictly inside the other one. */
export function overlaps(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0;
}

/** The line ending that most lines of a text have; `\n` if no line has one. The lines may come in several lists. */
export function dominantEnding(runs: readonly { readonly lines: readonly Line[] }[]): string {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const { lines } of runs) {
    for (const { end } of lines) if (end !== '') counts[end as keyof typeof counts]++;
  }
  if (counts['\r\n'] > counts['\n']) return counts['\r'] > counts['\r\n'] ? '\r' : '\r\n';
  return counts['\r'] > counts['\n'] ? '\r' : '\n';
}

/**
 * Applies edits that do not overlap. Inserts at one position keep their order, and a byte order mark stays. Positions
 * past the end of a line or of the text are clamped.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const offsets = lineOffsets(text);
  const offsetOf = ({ line, character }: Position): number => {
    const own = offsets[Math.min(line, offsets.length - 1)] ?? { start: 0, end: 0 };
    return line >= offsets.length ? text.length : Math.min(own.start + character, own.end);
  };
  const placed = edits.map((edit, order) => ({
    start: offsetOf(edit.range.start),
    end: offsetOf(edit.range.end),
    newText: edit.newText,
    order,
  }));
  placed.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  let result = '';
  let from = 0;
  for (const edit of placed) {
    result += text.slice(from, Math.max(from, edit.start)) + edit.newText;
    from = Math.max(from, edit.end);
  }
  return result + text.slice(from);
}

/** Where `line` is after edits that end above it or lie within it. */
export function lineAfter(line: number, edits: readonly TextEdit[]): number {
  const above = edits.filter(({ range: { end } }) => end.line <= line);
  const added = above.map(({ range: { start, end }, newText }) => {
    return splitLines(newText).length - 1 - (end.line - start.line);
  });
  return added.reduce((sum, count) => sum + count, line);
}

function lineOffsets(text: string): { start: number; end: number }[] {
  let start = bomLength(text);
  return splitLines(text).map((line) => {
    const end = start + line.text.length;
    const offsets = { start, end };
    start = end + line.end.length;
    return offsets;
  });
}

/**
 * The smallest single edit of whole lines that turns `before` into `after`; undefined if they are equal. With it an
 * editor applies a fix of several rounds as one undo step.
 */
export function changeBetween(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const a = splitLines(before);
  const b = splitLines(after);
  const same = (x: Line | undefined, y: Line | undefined): boolean =>
    x !== undefined && y !== undefined && x.text === y.text && x.end === y.end;
  let head = 0;
  while (head < Math.min(a.length, b.length) && same(a[head], b[head])) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && same(a[a.length - 1 - tail], b[b.length - 1 - tail])) {
    tail++;
  }
  const text = b
    .slice(head, b.length - tail)
    .map((line) => line.text + line.end)
    .join('');
  const last = a.length - tail;
  const end =
    tail === 0
      ? { line: a.length - 1, character: a[a.length - 1]?.text.length ?? 0 }
      : { line: last, character: 0 };
  return { range: { start: head < a.length ? { line: head, character: 0 } : end, end }, newText: text };
}
