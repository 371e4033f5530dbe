/** Blocks of Markdown as everything else works on them, and the boxes of list items. */

import type { Range } from '../text/text';
import { range } from '../text/text';

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

/** A block of Markdown on the lines `start` (inclusive) to `end` (exclusive), trailing blank lines left out. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** The inline source of a heading or paragraph, the content of code or HTML, else empty. */
  readonly content: string;
  /** Heading level, 1 to 6; 0 for other kinds. */
  readonly level: number;
  /** A list or item that is numbered. */
  readonly ordered: boolean;
  /** The first word of a fence's info string. */
  readonly language: string;
  /** The box at an item's start. */
  readonly box: Box | undefined;
  readonly children: readonly Block[];
}

/** `[x]` at the start of a list item. It is a task in the sense of GFM only where `task` says so. */
export interface Box {
  /** What stands between the brackets. */
  readonly mark: string;
  /** Where that stands. */
  readonly range: Range;
  /** The item's text after the box. */
  readonly text: string;
  /** GFM: the mark is a blank or an x. */
  readonly task: boolean;
}

const GFM_MARK = /^[ \txX]$/;
/** The text may start on the next line: what ends a line is white space, too. */
const BOX = /^\[([^\][\n]{1,16})\](?:[ \t]+|[ \t]*\n[ \t]*)(?=[^ \t\n])/;

/** The box that an item's first paragraph starts with, from its content and the line of the text that it starts on. */
export function boxOf(content: string, line: number, text: string): Box | undefined {
  if (!content.startsWith('[')) return undefined;
  const match = BOX.exec(content);
  const mark = match?.[1];
  if (!match || mark === undefined) return undefined;
  // A paragraph's first line is what is left of the source line once list markers are taken away.
  const end = content.indexOf('\n');
  const first = end < 0 ? content : content.slice(0, end);
  const column = text.trimEnd().length - first.trimEnd().length + 1;
  return {
    mark,
    range: range(line, column, line, column + mark.length),
    text: content.slice(match[0].length),
    task: GFM_MARK.test(mark),
  };
}

/** The first word of a fence's info string. */
export function firstWord(info: string): string {
  return /^\S*/.exec(info.trim())?.[0] ?? '';
}

/** The end of a block without the blank lines that it ends with. */
export function trimmedEnd(lines: readonly string[], start: number, end: number): number {
  let last = end;
  while (last > start + 1 && (lines[last - 1] ?? '').trim() === '') last--;
  return last;
}

/** The block that those of an item are rendered to start with: definitions in front of it leave nothing. */
export function openingOf(children: readonly Block[]): Block | undefined {
  const [first] = children;
  return first?.kind === 'definition' ? children.find(({ kind }) => kind !== 'definition') : first;
}

/** True for a block that renders to nothing: comments and link reference definitions. */
export function saysNothing(block: Block): boolean {
  return block.kind === 'definition' || isComment(block);
}

/** True for a block that is nothing but comments. */
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
