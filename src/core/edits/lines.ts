/** Edits that remove and move whole lines, and keep single blank lines around them. */

import type { Document } from '../document/document';
import type { TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';

/** True if the line is blank or outside the text. */
function isBlank(document: Document, line: number): boolean {
  return (document.lineAt(line)?.text ?? '').trim() === '';
}

/** Removes the lines from `start` to `end` (exclusive), and one of two blank lines that would then meet. */
export function removeLines(document: Document, start: number, end: number): TextEdit {
  const { lineCount } = document;
  if (end >= lineCount - 1 && isBlank(document, end)) {
    // At the end of the text, the blank lines above are removed too, and the last line keeps its ending.
    let before = start - 1;
    while (before > 0 && isBlank(document, before)) before--;
    return { range: fromEndOf(document, before, Math.min(end, lineCount) - 1), newText: '' };
  }
  const meet = isBlank(document, start - 1) && isBlank(document, end);
  return { range: range(start, 0, meet ? end + 1 : end, 0), newText: '' };
}

/** Moves the lines from `start` to `end` (exclusive) in front of line `to`, which lies outside of them. */
export function moveLines(document: Document, start: number, end: number, to: number): TextEdit[] {
  const ending = document.ending;
  if (end < document.lineCount) {
    const text = linesText(document, start, end);
    const gap = isBlank(document, end - 1) || to >= document.lineCount ? '' : ending;
    return [{ range: range(start, 0, end, 0), newText: '' }, insertAt(document, to, text + gap)];
  }
  // At the end of the text, trailing blank lines stay where they are, and the blank lines above move along.
  let last = end - 1;
  while (last > start && isBlank(document, last)) last--;
  let before = start - 1;
  while (before > 0 && isBlank(document, before)) before--;
  const text = linesText(document, start, last) + (document.lineAt(last)?.text ?? '') + ending;
  const gap = ending.repeat(Math.max(1, start - 1 - before));
  return [{ range: fromEndOf(document, before, last), newText: '' }, insertAt(document, to, text + gap)];
}

function insertAt(document: Document, line: number, newText: string): TextEdit {
  if (line < document.lineCount) return { range: lineStart(line), newText };
  const last = document.lineCount - 1;
  const width = document.lineAt(last)?.text.length ?? 0;
  const ending = document.ending;
  const text = newText.replace(/[\r\n]+$/, '');
  return {
    range: range(last, width, last, width),
    newText: width > 0 ? ending + ending + text : (isBlank(document, last - 1) ? '' : ending) + text + ending,
  };
}

function linesText(document: Document, start: number, end: number): string {
  return document.lines
    .slice(start, end)
    .map((line) => line.text + line.end)
    .join('');
}

/** The range from the end of `line`, or from the start of the text if it is negative, to the end of `last`. */
function fromEndOf(document: Document, line: number, last: number): TextEdit['range'] {
  const width = document.lineAt(last)?.text.length ?? 0;
  return line < 0
    ? range(0, 0, last, width)
    : range(line, document.lineAt(line)?.text.length ?? 0, last, width);
}
