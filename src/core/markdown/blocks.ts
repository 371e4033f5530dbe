/** The block model that the rest of the core works on, and the boxes of list items. */

import type { Range } from '../text/text';
import { range } from '../text/text';

/** The kind of a Markdown block; `rule` is a thematic break, `definition` a link reference definition. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'quote'
  | 'code'
  | 'html'
  | 'table'
  | 'rule'
  | 'definition';

/** A block of Markdown on the lines `start` (inclusive) to `end` (exclusive), without trailing blank lines. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** The inline source of a heading or paragraph, the content of code or HTML; empty for other kinds. */
  readonly content: string;
  /** Heading level, 1 to 6; 0 for other kinds. */
  readonly level: number;
  /** True for a numbered list and its items. */
  readonly ordered: boolean;
  /** The first word of a fence's info string. */
  readonly language: string;
  /** The box at the start of an item. */
  readonly box: Box | undefined;
  readonly children: readonly Block[];
}

/** `[x]` at the start of a list item. Only boxes with `task` are tasks in GFM. */
export interface Box {
  /** The text between the brackets. */
  readonly mark: string;
  /** The range of the mark. */
  readonly range: Range;
  /** The item's text after the box. */
  readonly text: string;
  /** An asterisk right behind the bracket, with which some tools mark optional tasks; else empty. */
  readonly sign: string;
  /** The mark is a blank or an x without a sign, so the item is a task in GFM. */
  readonly task: boolean;
}

const GFM_MARK = /^[ \txX]$/;
/** The text may start on the next line, because a line ending is white space, too. */
const BOX = /^\[([^\][\n]{1,16})\](\*?)(?:[ \t]+|[ \t]*\n[ \t]*)(?=[^ \t\n])/;

/**
 * The box at the start of an item's first paragraph, or undefined. `content` is the paragraph's content, which starts
 * on the line with index `line` and the source `text`.
 */
export function boxOf(content: string, line: number, text: string): Box | undefined {
  if (!content.startsWith('[')) return undefined;
  const match = BOX.exec(content);
  const [whole, mark, sign = ''] = match ?? [];
  if (whole === undefined || mark === undefined) return undefined;
  // The first line of a paragraph is a suffix of its source line: the list markers before it are cut off.
  const end = content.indexOf('\n');
  const first = end < 0 ? content : content.slice(0, end);
  const column = text.trimEnd().length - first.trimEnd().length + 1;
  return {
    mark,
    range: range(line, column, line, column + mark.length),
    text: content.slice(whole.length),
    sign,
    task: sign === '' && GFM_MARK.test(mark),
  };
}

/** The first word of a fence's info string. */
export function firstWord(info: string): string {
  return /^\S*/.exec(info.trim())?.[0] ?? '';
}

/** The end (exclusive) of the lines from `start` to `end` without trailing blank lines; the first line always stays. */
export function trimmedEnd(lines: readonly string[], start: number, end: number): number {
  let last = end;
  while (last > start + 1 && (lines[last - 1] ?? '').trim() === '') last--;
  return last;
}

/** The first child block that is rendered: link reference definitions before it are not. */
export function openingOf(children: readonly Block[]): Block | undefined {
  const [first] = children;
  return first?.kind === 'definition' ? children.find(({ kind }) => kind !== 'definition') : first;
}

/** True for a block that renders to nothing: a comment or a link reference definition. */
export function saysNothing(block: Block): boolean {
  return block.kind === 'definition' || isComment(block);
}

/** True for a block that consists of HTML comments only. */
export function isComment(block: Block): boolean {
  return block.kind === 'html' && block.content.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() === '';
}

/** All blocks, parents before their children, in document order. */
export function walkBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.some(({ children }) => children.length > 0) ? collect(blocks, []) : blocks;
}

function collect(blocks: readonly Block[], all: Block[]): Block[] {
  for (const block of blocks) {
    all.push(block);
    if (block.children.length > 0) collect(block.children, all);
  }
  return all;
}
