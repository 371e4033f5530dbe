/** Maps the lines that edits leave unchanged to their new line numbers. */

import type { Document } from '../document/document';
import type { TextEdit } from '../text/text';
import { comparePositions, linesFrom } from '../text/text';

/** The lines of a text before and after edits, counted from 0. */
export interface LineMap {
  /** The line number after the edits; undefined for a line that they change or remove. */
  after(line: number): number | undefined;
  /** True for a line of the new text that is no unchanged line of the old one. */
  isNew(line: number): boolean;
}

/** The line map of edits that do not overlap. */
export function mapLines(document: Document, edits: readonly TextEdit[]): LineMap {
  const { lineCount } = document;
  const places: (number | undefined)[] = [];
  const kept = new Set<number>();
  let by = 0;
  const keep = (to: number): void => {
    for (let line = places.length; line < to; line++) {
      places.push(line + by);
      kept.add(line + by);
    }
  };
  for (const edit of [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start))) {
    const { first, last } = touchedLines(document, edit);
    keep(first);
    while (places.length <= last) places.push(undefined);
    const { start, end } = edit.range;
    by += linesFrom(edit.newText, 0).length - 1 - (end.line - start.line);
  }
  keep(lineCount);
  return { after: (line) => places[line], isNew: (line) => !kept.has(line) };
}

/** The lines whose text an edit changes, both inclusive; an empty range if it only inserts whole lines between two. */
function touchedLines(document: Document, { range: { start, end }, newText }: TextEdit) {
  const width = (line: number): number => document.lineAt(line)?.text.length ?? 0;
  const breaks = { first: /^[\r\n]/.test(newText), last: /[\r\n]$/.test(newText) };
  const empty = newText === '';
  const isKeptBelow = end.character === 0 && (breaks.last || (empty && start.character === 0));
  const joins = empty && end.line > start.line && end.character >= width(end.line) && !isKeptBelow;
  const isKeptAbove = start.character >= width(start.line) && (breaks.first || joins);
  return { first: isKeptAbove ? start.line + 1 : start.line, last: isKeptBelow ? end.line - 1 : end.line };
}
