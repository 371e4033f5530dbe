/**
 * Inline Markdown, read by the inline rules of markdown-it: what it says, the links and tags in it with their offsets,
 * and link reference definitions.
 */

import MarkdownIt from 'markdown-it';

/** What a stretch of inline Markdown is: text, or something that some readers of headings leave out. */
export type PieceKind = 'text' | 'entity' | 'address' | 'alt' | 'break' | 'html';

/** A stretch of inline Markdown: text as it is read, or an HTML tag or comment as it is written. */
export interface InlinePiece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** A stretch of inline Markdown for titles: text as it is read, or an HTML tag or comment as it is written. */
export interface InlinePart {
  readonly html: boolean;
  readonly text: string;
}

/** An address as it is written, `source.slice(start, end)`, and what it says once escapes and entities are read. */
export interface Destination {
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/** What a search for links finds in one leaf. */
export interface InlineScan {
  /** The destinations of links and images that have their own, in order. */
  readonly links: readonly Destination[];
  /** The labels of the references, as `normalizeReference` of markdown-it writes them. */
  readonly uses: readonly string[];
  /** HTML tags and comments. */
  readonly tags: readonly { readonly start: number; readonly text: string }[];
}

type References = Readonly<Record<string, { readonly href: string; readonly title: string }>>;

/** A link by label; `grid[x][y]` is none. */
const REFERENCE = /(?<![\p{L}\p{N}\]])\[([^[\]]+)\]\[([^[\]]*)\]/gu;
const NO_REFERENCES: References = {};

let whole: InstanceType<typeof MarkdownIt> | undefined;
let linksOnly: InstanceType<typeof MarkdownIt> | undefined;
/** The labels that were asked for last, for all leaves of a document ask for the same. */
let lastReferences = { labels: '', references: NO_REFERENCES };

function wholeMarkdown(): InstanceType<typeof MarkdownIt> {
  whole ??= new MarkdownIt({ html: true });
  return whole;
}

/** markdown-it with the rules that decide what is a link: emphasis and the like have no say in that. */
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
  // An image's description is shown as text: the links in it lead nowhere, and images nested in images would be read
  // once for each level.
  linksOnly.inline.parse = () => {};
  // Whether an address is allowed is the same before it is escaped.
  linksOnly.normalizeLink = (url) => url;
  return linksOnly;
}

/** Inline Markdown without its syntax. A reference such as `[text][label]` is a link wherever it is defined. */
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

/** Inline Markdown piece by piece, where the given labels, on a line each, are defined. */
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

/** What a rule has pushed: to the rule it is a token. */
class Pushed {
  content = '';
  info = '';
  markup = '';
  attrs = null;
  children = null;
  meta: { readonly label: string } | null = null;

  constructor(
    readonly type: string,
    /** Where the rules were, and where what they read ends. */
    readonly at: number,
    readonly end: number,
  ) {}
}

const UNREAD = new Pushed('', 0, 0);

/** The state of markdown-it's inline rules, which remembers links and tags and makes no tokens of the rest. */
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
    // The rule for links reads what lies between the brackets after it has pushed the start of the link.
    if (type === 'link_open' || type === 'image' || type === 'html_inline') {
      pushed = new Pushed(type, this.pos, this.posMax);
      this.found.push(pushed);
    }
    return pushed as unknown as MarkdownIt.Token;
  }
}

/** The links and tags of a leaf, where the given labels, on a line each, are defined. */
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
  // A link is found before the images in its text, and has its address after theirs.
  return { links: links.sort((a, b) => a.start - b.start), uses, tags };
}

/** The destination that starts at an offset or after the white space there. */
function destinationAt(source: string, offset: number): Destination | undefined {
  let start = offset;
  while (/[ \t\n]/.test(source.charAt(start))) start++;
  const { ok, pos, str } = linkMarkdown().helpers.parseLinkDestination(source, start, source.length);
  if (!ok) return undefined;
  const angled = source[start] === '<' ? 1 : 0;
  return { start: start + angled, end: pos - angled, target: str };
}

/** The label and the destination of a link reference definition, its lines without what they have of other blocks. */
export function readDefinition(source: string): (Destination & { readonly label: string }) | undefined {
  const label = /^\[((?:[^[\]\\]|\\[\s\S])*)\]:/.exec(source);
  const destination = label && destinationAt(source, label[0].length);
  return destination ? { ...destination, label: labelOf(label[1] ?? '') } : undefined;
}

/** A label in the form in which labels are compared. */
function labelOf(text: string): string {
  return wholeMarkdown().utils.normalizeReference(text);
}

/** Text in which the entities are read, and no escapes, as HTML reads the value of an attribute. */
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
