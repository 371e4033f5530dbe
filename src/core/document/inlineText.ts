/** The inline text of blocks, with a mapping from offsets to positions in the document. */

import type { Block } from '../markdown/markdown';
import { cellsOf } from '../markdown/tables';
import { NONE } from '../query/collect';
import { partitionPoint } from '../text/binarySearch';
import type { Line, Position, Range } from '../text/text';
import type { Part } from './parts';

/** A piece of inline text or HTML. */
export interface InlineText {
  readonly content: string;
  /** The position of an offset of `content`. Lines count from the first line of the part. */
  place(offset: number): Position;
}

/**
 * The inline text of a heading, a paragraph, the cells of a table, or HTML, if `mayHold` is true for it. Other blocks
 * have no inline text of their own.
 */
export function inlineTextsOf(
  { lines, origin }: Part,
  block: Block,
  mayHold: (content: string) => boolean,
): readonly InlineText[] {
  const start = block.start - origin;
  const end = block.end - origin;
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'html':
      if (!mayHold(block.content)) return NONE;
      return [
        block.kind === 'heading' && end - start === 1
          ? titleText(lines, start, block)
          : new LinesText(lines, start, block.content),
      ];
    case 'table':
      return lines
        .slice(start, end)
        .flatMap(({ text, mayMatch }, row) =>
          mayMatch && mayHold(text) ? cellTexts(text, start + row) : [],
        );
    default:
      return NONE;
  }
}

/** The text of a link reference definition, from the bracket of its label on. */
export function definitionText({ lines, origin }: Part, block: Block): InlineText {
  const [first, ...rest] = lines.slice(block.start - origin, block.end - origin).map(({ text }) => text);
  // Markers of quotes and lists contain no bracket. On later lines only the markers of quotes repeat.
  const texts = [first?.slice(first.indexOf('[')) ?? '', ...rest.map((text) => text.replace(/^[ \t>]+/, ''))];
  return new LinesText(lines, block.start - origin, texts.join('\n'));
}

/** The range of `text.content.slice(start, end)`, which must be on one line. */
export function rangeIn(text: InlineText, start: number, end: number): Range {
  const from = text.place(start);
  return { start: from, end: { line: from.line, character: from.character + end - start } };
}

function titleText(lines: readonly Line[], line: number, { content }: Block): InlineText {
  const source = lines[line]?.text.replaceAll('\0', '\uFFFD') ?? '';
  const marks = source.indexOf('#');
  const column = Math.max(
    0,
    source.indexOf(content, marks + (/^#*/.exec(source.slice(marks))?.[0].length ?? 0)),
  );
  return { content, place: (offset) => ({ line, character: column + offset }) };
}

function cellTexts(row: string, line: number): InlineText[] {
  return cellsOf(row).map(({ start, end }) => ({
    content: row.slice(start, end),
    place: (offset) => ({ line, character: start + offset }),
  }));
}

/** Text over several lines. Each of its lines is a suffix of the source line, not counting trailing white space. */
class LinesText implements InlineText {
  private starts: readonly number[] | undefined;

  constructor(
    private readonly lines: readonly Line[],
    private readonly first: number,
    readonly content: string,
  ) {}

  place(offset: number): Position {
    this.starts ??= lineStarts(this.content);
    const { starts, content } = this;
    const at = partitionPoint(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1;
    const start = starts[at] ?? 0;
    const own = content.slice(start, (starts[at + 1] ?? content.length + 1) - 1);
    const line = this.first + at;
    const width = this.lines[line]?.text.trimEnd().length ?? 0;
    return { line, character: Math.max(0, width - own.trimEnd().length) + offset - start };
  }
}

function lineStarts(content: string): number[] {
  const starts = [0];
  for (let at = content.indexOf('\n'); at >= 0; at = content.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
