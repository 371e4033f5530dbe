/** Headings, parsed from their blocks. */

import type { Block } from '../markdown/markdown';
import { withoutMark } from '../markdown/marks';
import type { Name } from '../text/names';
import { readName } from '../text/names';
import type { Range } from '../text/text';
import { range } from '../text/text';

/** A top-level heading. */
export interface Heading {
  /** The inline source, without `#` marks. */
  readonly text: string;
  /** The text without a requirement mark, parsed for comparison. */
  readonly name: Name;
  readonly level: number;
  readonly line: number;
  /** The line after the heading. A heading with `#` has one line, an underlined one has more. */
  readonly endLine: number;
  /** The range of the text; of its first line if it has several. */
  readonly range: Range;
}

/** The first column at which the text of a heading can start: after indentation and `#` marks. */
function indentOf(line: string): number {
  const start = line.length - line.trimStart().length;
  let at = start;
  while (line[at] === '#' && at < start + 6) at++;
  return at > start && (line[at] === ' ' || line[at] === '\t') ? at + 1 : start;
}

function firstLine(content: string): string {
  const end = content.indexOf('\n');
  return end < 0 ? content : content.slice(0, end);
}

/** Replaces each run of white space by one blank. The test comes first because nearly no heading has any. */
function foldLines(content: string): string {
  return /[^\S ]| {2}/.test(content) ? content.replace(/\s+/g, ' ') : content;
}

/** Parses a heading from its block and the text of its first line. */
export function readHeading(block: Block, line: string): Heading {
  const text = foldLines(block.content);
  const first = firstLine(block.content);
  const column = first === '' ? line.trimEnd().length : Math.max(0, line.indexOf(first, indentOf(line)));
  return {
    text,
    name: readName(withoutMark(text)),
    level: block.level,
    line: block.start,
    endLine: block.end,
    range: range(block.start, first === '' ? 0 : column, block.start, column + first.length),
  };
}
