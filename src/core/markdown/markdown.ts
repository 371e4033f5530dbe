/**
 * Markdown blocks. It is markdown-it's block rules that decide what is a heading, a list item or a
 * task; everything else works on the blocks made here. CommonMark and GFM, `html: true`, so that what is
 * commented out does not count.
 */

import MarkdownIt from 'markdown-it';
import type { Block, BlockKind } from './blocks';
import { boxOf, firstWord, openingOf, trimmedEnd } from './blocks';
import { markLines } from './lineMarks';
import { readTable } from './tables';

export type { Block, BlockKind, Box } from './blocks';
export { isComment, openingOf, saysNothing, walkBlocks } from './blocks';

const NO_BLOCKS: readonly Block[] = [];

let made: InstanceType<typeof MarkdownIt> | undefined;

/** markdown-it, made for the first text. */
function markdownIt(): InstanceType<typeof MarkdownIt> {
  if (made) return made;
  made = new MarkdownIt({ html: true });
  // All that blocks ask of a link is whether its scheme is allowed, which is the same before it is escaped.
  made.normalizeLink = (url) => url;
  made.block.ruler.at('table', readTable, { alt: ['paragraph', 'reference'] });
  return made;
}

/** A block that is being read. To a rule of markdown-it it is the token that the rule has pushed. */
class BlockDraft {
  kind: BlockKind = 'paragraph';
  level = 0;
  ordered = false;
  map: readonly number[] = [];
  content = '';
  info = '';
  /** How many blocks had been found before it was entered. */
  before = 0;
  // What else rules set: all drafts have one shape.
  markup = '';
  hidden = false;
  attrs = null;
  children = null;
  meta = null;
}

/**
 * markdown-it's state, which makes blocks of what its rules push. Making tokens and reading them would be most of what
 * parsing costs. A rule sets the lines of a block only after it has pushed its end, so that a block is complete when
 * the next token is pushed; from then on another block on its depth takes its draft.
 */
class BlockState extends MarkdownIt.StateBlock {
  private readonly drafts: BlockDraft[] = [];
  private depth = 0;
  private readonly inline = new BlockDraft();
  private readonly unread = new BlockDraft();
  /** The blocks found so far, those in blocks that are open after those beside them. */
  private readonly found: Block[] = [];
  private count = 0;
  /** The block that has ended, until it is complete, and the blocks in it. */
  private ended: BlockDraft | undefined;
  private inside = NO_BLOCKS;

  constructor(
    private readonly lines: readonly string[],
    source: BlockSource,
    /** What the first of the lines is counted as. */
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

  /** The blocks of all lines. */
  read(): Block[] {
    this.md.block.tokenize(this, 0, this.lineMax);
    this.complete();
    return this.found.slice(0, this.count);
  }

  /** Lines as the base class makes them, which copies even what is one stretch of the source. */
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
    draft.before = this.count;
    this.depth++;
    return draft;
  }

  private leave(): BlockDraft {
    this.complete();
    this.depth--;
    const draft = this.end();
    this.inside = this.found.slice(draft.before, this.count);
    this.count = draft.before;
    return draft;
  }

  /** Adds the block that has ended, if there is one, to those found. */
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

/** A text and its lines, all of which end in `\n`. */
export interface BlockSource {
  readonly text: string;
  readonly lines: readonly string[];
}

/**
 * The blocks of the given lines (without line endings), counted from `first` and nested as Markdown nests them. Any
 * lines parse. `source` is what they stand in, for those who have it; lines that are hidden from Markdown are empty
 * here and not there. markdown-it drops list items nested deeper than 49 levels; such lines are in no block.
 */
export function parseBlocks(
  lines: readonly string[],
  first = 0,
  source: BlockSource = { text: lines.join('\n'), lines },
): Block[] {
  return new BlockState(lines, source, first).read();
}
