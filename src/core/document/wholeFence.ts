/**
 * A fence that nobody reads to its end. One that was opened may take in all that follows, and nothing but where it ends
 * counts for what comes next.
 */

import type { Block } from '../markdown/blocks';
import { parseBlocks } from '../markdown/markdown';
import type { Region } from '../text/regions';
import { endsFence, fenceMark } from '../text/regions';
import type { Line } from '../text/text';
import type { ChangedText } from './changedText';
import { visibleText } from './changedText';
import { countFirst } from './search';

/**
 * The whole of an outermost block of which only the first lines were parsed, if it is a fence: it goes on to the first
 * line that ends it, or to the last one. Undefined for other blocks.
 */
export function wholeFence(text: ChangedText, block: Block): Block | undefined {
  const mark = block.kind === 'code' ? fenceMark(text.textAt(block.start)) : undefined;
  if (mark === undefined) return undefined;
  const last = closingLine(text, block.start, mark);
  const lines = text.between(block.start, last === undefined ? text.count : last + 1);
  // Blanks after the last line ending are no line.
  const end =
    last === undefined && text.isEmpty(text.count - 1) ? text.count - 1 : block.start + lines.length;
  return new LateFence(block, end, lines, text.hidden);
}

/** The line that ends a fence; undefined where it goes on to the end of the text. */
function closingLine(text: ChangedText, start: number, mark: string): number | undefined {
  const { borders } = text;
  for (let at = countFirst(borders.length, (index) => (borders[index] ?? 0) <= start); ; at++) {
    const line = borders[at];
    if (line === undefined || (endsFence(text.textAt(line), mark) && !text.isEmpty(line))) return line;
  }
}

/** A fence whose content is read when somebody asks for it. It keeps no more than its own lines. */
class LateFence implements Block {
  readonly kind = 'code';
  readonly start: number;
  readonly level = 0;
  readonly ordered = false;
  readonly language: string;
  readonly box = undefined;
  readonly children: readonly Block[];
  private read: string | undefined;

  constructor(
    { start, language, children }: Block,
    readonly end: number,
    private lines: readonly Line[],
    private readonly hidden: readonly Region[],
  ) {
    this.start = start;
    this.language = language;
    this.children = children;
  }

  get content(): string {
    if (this.read === undefined) {
      const lines = visibleText(this.lines, this.start, this.hidden);
      this.read = parseBlocks(lines, this.start)[0]?.content ?? '';
      this.lines = [];
    }
    return this.read;
  }
}
