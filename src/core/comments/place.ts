/** Where a new comment goes: directly below its block and the comments that are there, indented as the block is. */

import type { Document } from '../document/document';
import type { TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';
import { locateComments } from './read';
import { unitAt, unitsOf } from './units';

/** The index of the unit that a comment on a line is about; -1 if there is none. */
export function unitForLine(document: Document, line: number): number {
  const within = locateComments(document).find(
    ({ comment: { range: own }, found }) => found.isBlock && own.start.line <= line && line <= own.end.line,
  );
  return within ? within.above : unitAt(unitsOf(document), line);
}

/** The ways to write a comment below a unit, the usual one first. Which of them is right is proved by reading it. */
export function insertionsBelow(
  document: Document,
  at: number,
  linesFor: (tight: boolean) => readonly string[],
): TextEdit[] {
  const unit = unitsOf(document)[at];
  if (!unit) return [];
  const line = endBelow(document, at, unit.end);
  const indents = unit.inList ? indentsOf(document, unit.start) : [''];
  const gaps = unit.inList ? [false] : [false, true];
  return gaps.flatMap((gap) =>
    indents.map((indent) => {
      const lines = linesFor(indent !== '').map((text) => (text === '' ? '' : indent + text));
      return insertAt(document, line, gap ? ['', ...lines] : lines);
    }),
  );
}

/** The line below a unit and the comments that directly follow it. */
function endBelow(document: Document, at: number, end: number): number {
  let line = end;
  for (const { comment, found, above } of locateComments(document)) {
    if (above === at && found.isBlock && comment.range.start.line === line) line = comment.range.end.line + 1;
  }
  return line;
}

/** What may be the indentation of an item's content: below its text, with and without the marks of outer items. */
function indentsOf(document: Document, start: number): string[] {
  const text = document.lineAt(start)?.text ?? '';
  const lead = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/.exec(text)?.[0] ?? '';
  const outer = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.exec(text)?.[0] ?? '';
  const white = /^[ \t]*/.exec(text)?.[0] ?? '';
  return [...new Set([lead, outer, white].map((own) => own.replace(/[^\t]/g, ' ')))].filter(
    (own) => own !== '',
  );
}

function insertAt(document: Document, line: number, lines: readonly string[]): TextEdit {
  const { ending, lineCount } = document;
  const text = lines.join(ending);
  if (line < lineCount) return { range: lineStart(line), newText: text + ending };
  const last = lineCount - 1;
  const width = document.lineAt(last)?.text.length ?? 0;
  return { range: range(last, width, last, width), newText: ending + text };
}
