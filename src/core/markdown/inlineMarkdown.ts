/**
 * Inline Markdown, parsed by the inline rules of markdown-it: its text, its links and tags with their offsets, and link
 * reference definitions.
 */

import MarkdownIt from 'markdown-it';

/** The kind of a piece of inline Markdown. Programs that derive anchors from headings differ in the kinds they use. */
export type PieceKind = 'text' | 'entity' | 'address' | 'alt' | 'break' | 'html';

/** A piece of inline Markdown: its rendered text, or the source of an HTML tag or comment. */
export interface InlinePiece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** A piece of a title: its rendered text, or the source of an HTML tag or comment if `html` is true. */
export interface InlinePart {
  readonly html: boolean;
  readonly text: string;
}

/** The destination of a link: `source.slice(start, end)`, and `target` with escapes and entities decoded. */
export interface Destination {
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/** The links and tags of one leaf block. */
export interface InlineScan {
  /** The destinations of inline links and images, in order. */
  readonly links: readonly Destination[];
  /** The labels of reference links and images, normalized by markdown-it's `normalizeReference`. */
  readonly uses: readonly string[];
  /** HTML tags and comments. */
  readonly tags: readonly { readonly start: number; readonly text: string }[];
}

type References = Readonly<Record<string, { readonly href: string; readonly title: string }>>;

/** A reference link with two pairs of brackets; `grid[x][y]` is not one. */
const REFERENCE = /(?<![\p{L}\p{N}\]])\[([^[\]]+)\]\[([^[\]]*)\]/gu;
const NO_REFERENCES: References = {};

let whole: InstanceType<typeof MarkdownIt> | undefined;
let linksOnly: InstanceType<typeof MarkdownIt> | undefined;
/** The references of the last call: all leaves of a document pass the same labels. */
let lastReferences = { labels: '', references: NO_REFERENCES };

function wholeMarkdown(): InstanceType<typeof MarkdownIt> {
  whole ??= new MarkdownIt({ html: true });
  return whole;
}

/** markdown-it with only the inline rules that decide what is a link. Emphasis does not. */
function linkMarkdown(): InstanceType<typeof MarkdownIt> {
  if (linksOnly) return linksOnly;
  linksOnly = new MarkdownIt({ html: true });
  linksOnly.inline.ruler.enableOnly([
    'text',
    'escape',
    'backticks',
    'link',
    'image',
    'autolink',
    'html_inline',
  ]);
  // Links in the description of an image are rendered as text. Parsing it would also parse nested images once per
  // level.
  linksOnly.inline.parse = () => {};
  // Link validation gives the same result for a URL that is not normalized.
  linksOnly.normalizeLink = (url) => url;
  return linksOnly;
}

/**
 * The rendered text of inline Markdown. Every `[text][label]` counts as a link, whether its label is defined or not.
 */
export function inlineParts(source: string): InlinePart[] {
  const references: Record<string, { href: string; title: string }> = {};
  for (const [, text = '', label = ''] of source.matchAll(REFERENCE)) {
    references[labelOf(label || text)] = { href: '#', title: '' };
  }
  return piecesIn(source, references).map(({ kind, text }) => ({
    html: kind === 'html',
    text: kind === 'break' ? ' ' : text,
  }));
}

/** The pieces of inline Markdown. `labels` lists the defined link labels, one per line. */
export function inlinePieces(source: string, labels: string): InlinePiece[] {
  return piecesIn(source, referencesTo(labels));
}

function piecesIn(source: string, references: References): InlinePiece[] {
  const markdown = wholeMarkdown();
  const tokens: MarkdownIt.Token[] = [];
  markdown.inline.parse(source.replaceAll('\0', '\uFFFD'), markdown, { references }, tokens);
  return piecesOf(tokens);
}

function piecesOf(tokens: readonly MarkdownIt.Token[]): InlinePiece[] {
  let address = false;
  return tokens.flatMap(({ type, info, content, children }): InlinePiece[] => {
    if (type === 'link_open' || type === 'link_close') address = type === 'link_open' && info === 'auto';
    if (type === 'image') return piecesOf(children ?? []).map(({ text }) => ({ kind: 'alt', text }));
    if (type.endsWith('break')) return [{ kind: 'break', text: '\n' }];
    if (type === 'html_inline') return [{ kind: 'html', text: content }];
    if (content === '') return [];
    return [{ kind: address ? 'address' : info === 'entity' ? 'entity' : 'text', text: content }];
  });
}

/** Stands in for the token that a markdown-it rule pushes. */
class Pushed {
  content = '';
  info = '';
  markup = '';
  attrs = null;
  children = null;
  meta: { readonly label: string } | null = null;

  constructor(
    readonly type: string,
    /** The position of the state when the rule pushed it, and the end of the text that the rules are parsing. */
    readonly at: number,
    readonly end: number,
  ) {}
}

const UNREAD = new Pushed('', 0, 0);

/** A state for markdown-it's inline rules that records links and tags and creates no other tokens. */
class LinkState extends MarkdownIt.StateInline {
  readonly found: Pushed[] = [];

  override pushPending(): MarkdownIt.Token {
    this.pending = '';
    return UNREAD as unknown as MarkdownIt.Token;
  }

  override push(type: string, _tag: string, nesting: -1 | 0 | 1): MarkdownIt.Token {
    this.pending = '';
    this.level += nesting;
    let pushed = UNREAD;
    // The link rule pushes `link_open` first, and then parses the text between the brackets: `posMax` is its end.
    if (type === 'link_open' || type === 'image' || type === 'html_inline') {
      pushed = new Pushed(type, this.pos, this.posMax);
      this.found.push(pushed);
    }
    return pushed as unknown as MarkdownIt.Token;
  }
}

/** The links and tags of a leaf block. `labels` lists the defined link labels, one per line. */
export function scanInline(source: string, labels: string): InlineScan {
  const markdown = linkMarkdown();
  const state = new LinkState(source, markdown, { references: referencesTo(labels) }, []);
  markdown.inline.tokenize(state);
  const links: Destination[] = [];
  const uses: string[] = [];
  const tags: { start: number; text: string }[] = [];
  for (const { type, info, content, meta, at, end } of state.found) {
    if (type === 'html_inline') tags.push({ start: at, text: content });
    else if (meta) uses.push(meta.label);
    else if (info !== 'auto') {
      const labelEnd = type === 'image' ? at + '!['.length + content.length : end;
      const link = destinationAt(source, labelEnd + ']('.length);
      if (link) links.push(link);
    }
  }
  // A link is pushed before the images in its text, but its destination comes after theirs.
  return { links: links.sort((a, b) => a.start - b.start), uses, tags };
}

/** The destination at an offset, after optional white space. */
function destinationAt(source: string, offset: number): Destination | undefined {
  let start = offset;
  while (/[ \t\n]/.test(source.charAt(start))) start++;
  const { ok, pos, str } = linkMarkdown().helpers.parseLinkDestination(source, start, source.length);
  if (!ok) return undefined;
  const angled = source[start] === '<' ? 1 : 0;
  return { start: start + angled, end: pos - angled, target: str };
}

/** Parses a link reference definition, whose lines have no markers of quotes or lists; undefined if it is not one. */
export function readDefinition(source: string): (Destination & { readonly label: string }) | undefined {
  const label = /^\[((?:[^[\]\\]|\\[\s\S])*)\]:/.exec(source);
  const destination = label && destinationAt(source, label[0].length);
  return destination ? { ...destination, label: labelOf(label[1] ?? '') } : undefined;
}

/** The normalized form of a label, in which labels are compared. */
export function labelOf(text: string): string {
  return wholeMarkdown().utils.normalizeReference(text);
}

/** The text with HTML entities decoded, like the value of an attribute: backslashes are no escapes. */
export function withoutEntities(text: string): string {
  return text.includes('&') ? wholeMarkdown().utils.unescapeAll(text.replaceAll('\\', '\\\\')) : text;
}

function referencesTo(labels: string): References {
  if (lastReferences.labels !== labels) {
    const references: Record<string, { href: string; title: string }> = Object.create(null);
    for (const label of labels.match(/.+/g) ?? []) references[label] = { href: '#', title: '' };
    lastReferences = { labels, references };
  }
  return lastReferences.references;
}
