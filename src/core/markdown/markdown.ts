/**
 * The parser for Markdown blocks. markdown-it's block rules decide what is a heading, a list item or a task; the rest
 * of the core works on the blocks created here. The dialect is CommonMark with GFM tables, and `html: true`, so that
 * comments are recognized.
 */

import MarkdownIt from 'markdown-it';
import type { Block, BlockKind } from './blocks';
import { boxOf, firstWord, openingOf, trimmedEnd } from './blocks';
import { markLines } from './lineMarks';
import { readTable } from './tables';

export type { Block, BlockKind, Box } from './blocks';
export { isComment, openingOf, saysNothing, walkBlocks } from './blocks';

const NO_BLOCKS: readonly Block[] = [];

let instance: InstanceType<typeof MarkdownIt> | undefined;

/** The markdown-it instance, created lazily. */
function markdownIt(): InstanceType<typeof MarkdownIt> {
  if (instance) return instance;
  instance = new MarkdownIt({ html: true });
  // Block rules only validate links, and the result is the same for a URL that is not normalized.
  instance.normalizeLink = (url) => url;
  instance.block.ruler.at('table', readTable, { alt: ['paragraph', 'reference'] });
  return instance;
}

/** A block under construction. It stands in for the token that a markdown-it rule pushes. */
class BlockDraft {
  kind: BlockKind = 'paragraph';
  level = 0;
  ordered = false;
  map: readonly number[] = [];
  content = '';
  info = '';
  /** The number of blocks found before this container was entered. */
  countBefore = 0;
  // Other properties that rules set; declared so that all drafts have one hidden class.
  markup = '';
  hidden = false;
  attrs = null;
  children = null;
  meta = null;
}

/**
 * A markdown-it state that creates blocks directly from the calls to `push`. Creating tokens and reading them again
 * would be most of the cost of parsing. A rule sets the lines of a block only after it pushed its closing token, so a
 * block is complete when the next token is pushed. Then the next block at the same depth reuses its draft.
 */
class BlockState extends MarkdownIt.StateBlock {
  private readonly drafts: BlockDraft[] = [];
  private depth = 0;
  private readonly inline = new BlockDraft();
  private readonly unread = new BlockDraft();
  /** The stack of blocks found so far: the first `count` entries. The children of open blocks come last. */
  private readonly found: Block[] = [];
  private count = 0;
  /** The block whose closing token was pushed last, until it is complete, and its children. */
  private ended: BlockDraft | undefined;
  private inside = NO_BLOCKS;

  constructor(
    private readonly lines: readonly string[],
    source: BlockSource,
    /** The line number of `lines[0]`. */
    private readonly first: number,
  ) {
    super('', markdownIt(), {}, []);
    this.src = source.text.includes('\0') ? source.text.replaceAll('\0', '\uFFFD') : source.text;
    const marks = markLines(lines, source.lines);
    this.bMarks = marks.bMarks;
    this.eMarks = marks.eMarks;
    this.tShift = marks.tShift;
    this.sCount = marks.sCount;
    this.bsCount = marks.bsCount;
    this.lineMax = marks.lineMax;
  }

  /** Parses all lines. */
  read(): Block[] {
    this.md.block.tokenize(this, 0, this.lineMax);
    this.complete();
    return this.found.slice(0, this.count);
  }

  /** The same text as from the base class, but contiguous lines are sliced from the source as one range. */
  override getLines(begin: number, end: number, indent: number, keepLastLF: boolean): string {
    const { src, bMarks, eMarks, tShift } = this;
    let text = '';
    let from = -1;
    let to = 0;
    for (let line = begin; line < end; line++) {
      const start = bMarks[line] ?? 0;
      const first = start + Math.min(indent, tShift[line] ?? 0);
      for (let at = start; at < first; at++) {
        if (src.charCodeAt(at) === 9) return super.getLines(begin, end, indent, keepLastLF);
      }
      if (first !== to || from < 0) {
        if (from >= 0) text += src.slice(from, to);
        from = first;
      }
      to = (eMarks[line] ?? 0) + (line + 1 < end || keepLastLF ? 1 : 0);
    }
    return from < 0 ? text : text + src.slice(from, to);
  }

  override push(type: string, tag: string, nesting: -1 | 0 | 1): MarkdownIt.Token {
    this.level += nesting;
    return this.draftFor(type, tag) as unknown as MarkdownIt.Token;
  }

  private draftFor(type: string, tag: string): BlockDraft {
    switch (type) {
      case 'inline':
        return this.inline;
      case 'paragraph_open':
        return this.begin('paragraph');
      case 'heading_open':
        return this.begin('heading', tag.charCodeAt(1) - 48);
      case 'paragraph_close':
      case 'heading_close': {
        const draft = this.end();
        draft.content = this.inline.content;
        return draft;
      }
      case 'fence':
      case 'code_block':
        this.begin('code');
        return this.end();
      case 'html_block':
        this.begin('html');
        return this.end();
      case 'reference_definition':
        this.begin('definition');
        return this.end();
      case 'hr':
        this.begin('rule');
        return this.end();
      case 'table_open':
        return this.begin('table');
      case 'table_close':
        return this.end();
      case 'blockquote_open':
        return this.enter('quote');
      case 'bullet_list_open':
        return this.enter('list');
      case 'ordered_list_open':
        return this.enter('list', true);
      case 'list_item_open':
        return this.enter('item');
      case 'blockquote_close':
      case 'bullet_list_close':
      case 'ordered_list_close':
      case 'list_item_close':
        return this.leave();
      default:
        return this.unread;
    }
  }

  private begin(kind: BlockKind, level = 0, ordered = false): BlockDraft {
    this.complete();
    const draft = this.drafts[this.depth] ?? new BlockDraft();
    this.drafts[this.depth] = draft;
    draft.kind = kind;
    draft.level = level;
    draft.ordered = ordered;
    draft.content = '';
    draft.info = '';
    return draft;
  }

  private end(): BlockDraft {
    const draft = this.drafts[this.depth] ?? this.unread;
    this.ended = draft;
    return draft;
  }

  private enter(kind: BlockKind, ordered = false): BlockDraft {
    const draft = this.begin(kind, 0, ordered);
    draft.countBefore = this.count;
    this.depth++;
    return draft;
  }

  private leave(): BlockDraft {
    this.complete();
    this.depth--;
    const draft = this.end();
    this.inside = this.found.slice(draft.countBefore, this.count);
    this.count = draft.countBefore;
    return draft;
  }

  /** Adds the block that has ended, if any, to those found. */
  private complete(): void {
    const { ended, inside, lines, first } = this;
    if (!ended) return;
    const { kind, info, content, level } = ended;
    const [start = 0, end = 0] = ended.map;
    const item = kind === 'item';
    const trimmed = item || kind === 'list' || kind === 'quote' || kind === 'html';
    const child = openingOf(inside);
    this.found[this.count++] = {
      kind,
      start: start + first,
      end: first + (trimmed ? trimmedEnd(lines, start, end) : end),
      content,
      level,
      ordered: item ? info !== '' : ended.ordered,
      language: kind === 'code' && info !== '' ? firstWord(info) : '',
      box:
        item && child?.kind === 'paragraph'
          ? boxOf(child.content, child.start, lines[child.start - first] ?? '')
          : undefined,
      children: inside,
    };
    this.ended = undefined;
    this.inside = NO_BLOCKS;
  }
}

/** A text and its lines. All line endings must be `\n`. */
export interface BlockSource {
  readonly text: string;
  readonly lines: readonly string[];
}

/**
 * Parses lines without line endings into nested blocks; it never fails. Line numbers start at `first`. A caller that
 * has the text of the lines passes it as `source`, which saves joining them; lines hidden from Markdown are empty in
 * `lines` only. markdown-it drops list items nested deeper than 49 levels, so such lines belong to no block.
 */
export function parseBlocks(
  lines: readonly string[],
  first = 0,
  source: BlockSource = { text: lines.join('\n'), lines },
): Block[] {
  return new BlockState(lines, source, first).read();
}
