/**
 * Placeholder tokens: `<…>`, `{…}`, `[…]`, date and number masks. This file finds the candidates in a text. The tokens
 * of the template decide which of them the document should not have kept.
 */

import { hasLetter, hasLetterOrDigit, narrow } from '../text/unicode';
import { DATE_MASK } from './dateMasks';
import type { Span } from './inline';
import { inlineSpans, spanFinder } from './inline';
import { isSyntax, mathIn } from './tokenSyntax';

/** A candidate for a placeholder, at `text.slice(start, end)` of the searched text. */
export interface Token {
  /** The token with white space folded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The token is in a code span. */
  readonly code: boolean;
}

/** The tokens of a template, outside and inside code. */
export interface TokenSet {
  readonly plain: ReadonlySet<string>;
  readonly code: ReadonlySet<string>;
}

/** The mask of a date or of a number. */
const MASK = new RegExp(`${DATE_MASK}|N{3,}|X{4,}`, 'g');
/** A prefilter that matches every text with a mask. */
const MASKED = /YYYY|yyyy|JJJJ|jjjj|AAAA|aaaa|ГГГГ|гггг|NNN|XXXX/;
const OPENING = /[<{[]/g;
const CLOSERS: Readonly<Record<string, string>> = { '<': '>', '{': '}', '[': ']' };
const MAX_TOKEN = 400;
/** HTML elements. The names of some are plausible placeholders: those are elements only with attributes. */
const ELEMENT =
  /^<\/?(?:(a|abbr|b|blockquote|br|code|col|colgroup|dd|del|details|div|dl|dt|em|figure|figcaption|font|h[1-6]|hr|i|img|ins|kbd|li|ol|p|picture|pre|q|s|samp|script|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video)|article|audio|button|canvas|center|dialog|footer|form|header|iframe|input|label|link|main|meta|nav|object|option|section|select|template|textarea)(?=[\s/>])([^>]*)/i;
/** Attributes without a value. Other words behind the name of an element are text: `<summary of the change>`. */
const FLAGS =
  /^(?:\s+(?:allowfullscreen|async|autofocus|autoplay|checked|compact|controls|default|defer|disabled|download|hidden|loop|multiple|muted|noshade|nowrap|open|playsinline|readonly|required|reversed|selected))*\s*\/?$/i;

const WIDE_BRACKETS = /[［］｛｝＜＞]/g;

/** All candidates for placeholders in `text`, in order, without those inside others. */
export function findTokens(source: string, spans: readonly Span[] = inlineSpans(source)): Token[] {
  const text = source.replace(WIDE_BRACKETS, narrow);
  const brackets = bracketTokens(text, spans);
  const masks = MASKED.test(text) ? maskTokens(text, spans) : [];
  if (masks.length === 0) return brackets;
  const tokens = [...brackets, ...masks].sort((a, b) => a.start - b.start || b.end - a.end);
  let covered = 0;
  return tokens.filter(({ end }) => {
    const outermost = end > covered;
    covered = Math.max(covered, end);
    return outermost;
  });
}

function bracketTokens(text: string, spans: readonly Span[]): Token[] {
  const tokens: Token[] = [];
  const spanAt = spanFinder(spans);
  const mathAt = spanFinder(mathIn(text, spans));
  let ends: ReadonlyMap<number, number> | undefined;
  OPENING.lastIndex = 0;
  while (OPENING.test(text)) {
    const at = OPENING.lastIndex - 1;
    const span = spanAt(at);
    const hidden = span && span.kind !== 'code' && (span.kind !== 'tag' || span.start < at);
    const skipped = hidden ? span : mathAt(at);
    if (skipped) {
      OPENING.lastIndex = skipped.end;
      continue;
    }
    ends ??= bracketEnds(text);
    const end = ends.get(at);
    if (end === undefined) continue;
    if (isSyntax(text, at, end)) OPENING.lastIndex = end;
    else if (plausible(text, at, end)) {
      const code = span?.kind === 'code' && span.start < at;
      tokens.push({ text: fold(text.slice(at, end)), start: at, end, code });
      OPENING.lastIndex = end;
    }
  }
  return tokens;
}

function maskTokens(text: string, spans: readonly Span[]): Token[] {
  const tokens: Token[] = [];
  const spanAt = spanFinder(spans);
  for (const match of text.matchAll(MASK)) {
    const start = match.index;
    const around = (text[start - 1] ?? ' ') + (text[start + match[0].length] ?? ' ');
    if (hasLetterOrDigit(around) || (/^[NX]+$/.test(match[0]) && around.includes('_'))) continue;
    const span = spanAt(start);
    if (span && span.kind !== 'code') continue;
    tokens.push({ text: match[0], start, end: start + match[0].length, code: span !== undefined });
  }
  return tokens;
}

/** The end offsets of all closed brackets, by the offset of the opening bracket. Brackets of one kind may nest. */
function bracketEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: Record<string, number[]> = { '>': [], '}': [], ']': [] };
  for (const { 0: bracket, index } of text.matchAll(/[<>{}[\]]/g)) {
    const closer = CLOSERS[bracket];
    if (closer !== undefined) open[closer]?.push(index);
    else {
      const start = open[bracket]?.pop();
      if (start !== undefined && index < start + MAX_TOKEN) ends.set(start, index + 1);
    }
  }
  return ends;
}

function plausible(text: string, start: number, end: number): boolean {
  const inner = text.slice(start + 1, end - 1);
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (!hasLetter(inner) || /^\s|\s$/.test(inner)) return false;
  if (before === '\\' || hasLetterOrDigit(before)) return false;
  switch (text[start]) {
    case '<':
      return (
        !/[<="'`]/.test(inner) &&
        !/^[/!?%]|\/$/.test(inner) &&
        !isElement(text.slice(start, end)) &&
        !/:\/\/|@/.test(inner)
      );
    case '{':
      return !hasLetterOrDigit(after);
    default:
      return (
        !/^[A-Z]{1,2}$/.test(inner) &&
        !(text.startsWith('**', start - 2) && text.startsWith('**', end)) &&
        inner.length > 1 &&
        !/^[\^!]/.test(inner) &&
        !/[([:]/.test(after) &&
        before !== ']' &&
        before !== '!'
      );
  }
}

/** True for a tag of an HTML element; other tags may be placeholders. */
export function isElement(token: string): boolean {
  const [, known, attributes = ''] = ELEMENT.exec(token) ?? [];
  if (known === undefined && attributes.trim() === '') return false;
  return attributes.includes('=') || FLAGS.test(attributes);
}

/**
 * True if a token of a document is left over from its template: one of `set`, or several words in `<…>` outside code.
 */
export function isLeftover(token: Token, set: TokenSet): boolean {
  if (token.code) return set.code.has(token.text);
  if (set.plain.has(token.text) || set.code.has(token.text)) return true;
  return /^<\p{L}[\p{L}\p{N}'’/_-]*(?: [\p{L}\p{N}'’/_-]+)+>$/u.test(token.text);
}

/** White space other than a single blank. Skipping single blanks, the common case, saves most replacements. */
const FOLDABLE = /[^\S ]\s*| \s+/g;

/** The text trimmed, with each run of white space replaced by one blank. */
export function fold(text: string): string {
  return text.replace(FOLDABLE, ' ').trim();
}
