/**
 * Markdown blocks. It is markdown-it's block rules that decide what is a heading, a list item or a
 * task; everything else works on the blocks made here. CommonMark and GFM, `html: true`, so that what is
 * commented out does not count.
 */

import MarkdownIt from 'markdown-it';
import type { Range } from './text';
import { range } from './text';

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'quote'
  | 'code'
  | 'html'
  | 'table'
  | 'rule';

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
  readonly box?: Box;
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
const NO_BLOCKS: readonly Block[] = [];

/**
 * A token with the fields that block rules set and the reader below needs. markdown-it's own is more than twice as
 * slow to make, and making tokens is most of what parsing costs; the rest of it serves rendering.
 */
interface LeanToken {
  readonly type: string;
  readonly tag: string;
  readonly level: number;
  readonly map: readonly [number, number] | null;
  readonly content: string;
  readonly markup: string;
  readonly info: string;
  readonly hidden: boolean;
}

/** markdown-it's state with lean tokens. Inside tables none are kept, for nobody asks for their cells. */
class LeanState extends MarkdownIt.StateBlock {
  private inTable = false;

  override push(type: string, tag: string, nesting: -1 | 0 | 1): MarkdownIt.Token {
    if (nesting < 0) this.level--;
    const { level } = this;
    const lean: LeanToken = { type, tag, level, map: null, content: '', markup: '', info: '', hidden: false };
    const token = lean as MarkdownIt.Token;
    if (nesting > 0) this.level++;
    if (type === 'table_close') this.inTable = false;
    if (!this.inTable) this.tokens.push(token);
    if (type === 'table_open') this.inTable = true;
    return token;
  }
}

const markdown = new MarkdownIt({ html: true });
markdown.block.State = LeanState;
// All that blocks ask of a link is whether its scheme is allowed, which is the same before it is escaped.
markdown.normalizeLink = (url) => url;

/**
 * The blocks of the given lines (without line endings), nested as Markdown nests them. Any lines parse. `source` is
 * the lines joined with `\n`, for those who have it.
 * markdown-it drops list items nested deeper than 49 levels; such lines are in no block.
 */
export function parseBlocks(lines: readonly string[], source = lines.join('\n')): Block[] {
  const tokens: MarkdownIt.Token[] = [];
  markdown.block.parse(
    source.includes('\0') ? source.replaceAll('\0', '\uFFFD') : source,
    markdown,
    {},
    tokens,
  );
  let next = 0;

  function readChildren(closing: string): Block[] {
    const blocks: Block[] = [];
    while (next < tokens.length) {
      const token = tokens[next++];
      if (!token || token.type === closing) break;
      const block = readBlock(token);
      if (block) blocks.push(block);
    }
    return blocks;
  }

  function readBlock(token: MarkdownIt.Token): Block | undefined {
    const [start, end] = token.map ?? [0, 0];
    switch (token.type) {
      case 'heading_open': {
        const content = readInline('heading_close');
        return leaf('heading', start, end, content, Number(token.tag.slice(1)));
      }
      case 'paragraph_open':
        return leaf('paragraph', start, end, readInline('paragraph_close'));
      case 'fence':
        return leaf('code', start, end, token.content, 0, /^\S*/.exec(token.info.trim())?.[0]);
      case 'code_block':
        return leaf('code', start, end, token.content);
      case 'html_block':
        return leaf('html', start, end, token.content);
      case 'hr':
        return leaf('rule', start, end, '');
      case 'table_open':
        skipTo('table_close');
        return leaf('table', start, end, '');
      case 'blockquote_open':
        return parent('quote', start, end, false, readChildren('blockquote_close'));
      case 'bullet_list_open':
        return parent('list', start, end, false, readChildren('bullet_list_close'));
      case 'ordered_list_open':
        return parent('list', start, end, true, readChildren('ordered_list_close'));
      case 'list_item_open':
        return parent('item', start, end, token.info !== '', readChildren('list_item_close'));
      default:
        return undefined;
    }
  }

  function readInline(closing: string): string {
    const content = tokens[next]?.type === 'inline' ? (tokens[next]?.content ?? '') : '';
    skipTo(closing);
    return content;
  }

  function skipTo(closing: string): void {
    while (next < tokens.length && tokens[next]?.type !== closing) next++;
    next++;
  }

  function parent(kind: BlockKind, start: number, end: number, ordered: boolean, children: Block[]): Block {
    const box = kind === 'item' ? boxOf(children[0], lines) : undefined;
    const ends = trimmedEnd(lines, start, end);
    const block = { kind, start, end: ends, content: '', level: 0, ordered, language: '', children };
    return box ? { ...block, box } : block;
  }

  function leaf(
    kind: BlockKind,
    start: number,
    end: number,
    content: string,
    level = 0,
    language = '',
  ): Block {
    const ends = kind === 'html' ? trimmedEnd(lines, start, end) : end;
    return { kind, start, end: ends, content, level, ordered: false, language, children: NO_BLOCKS };
  }

  return readChildren('');
}

function trimmedEnd(lines: readonly string[], start: number, end: number): number {
  let last = end;
  while (last > start + 1 && (lines[last - 1] ?? '').trim() === '') last--;
  return last;
}

function boxOf(first: Block | undefined, lines: readonly string[]): Box | undefined {
  if (first?.kind !== 'paragraph' || !first.content.startsWith('[')) return undefined;
  const match = BOX.exec(first.content);
  const mark = match?.[1];
  if (!match || mark === undefined) return undefined;
  // A paragraph's first line is what is left of the source line once list markers are taken away.
  const content = first.content.split('\n', 1)[0] ?? '';
  const column = (lines[first.start] ?? '').trimEnd().length - content.trimEnd().length + 1;
  return {
    mark,
    range: range(first.start, column, first.start, column + mark.length),
    text: first.content.slice(match[0].length),
    task: GFM_MARK.test(mark),
  };
}

/** True for a block that is nothing but comments. */
export function isComment(block: Block): boolean {
  return block.kind === 'html' && block.content.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() === '';
}

/** All blocks, parents before their children, in document order. */
export function walkBlocks(blocks: readonly Block[], all: Block[] = []): Block[] {
  for (const block of blocks) {
    all.push(block);
    if (block.children.length > 0) walkBlocks(block.children, all);
  }
  return all;
}
