/**
 * Placeholder tokens: `<…>`, `{…}`, `[…]`, date and number masks. A template's own tokens are what a document
 * must not keep; a text's candidates are found here, and what counts is decided by the set of the template.
 */

import { hasLetter, hasLetterOrDigit } from '../text/unicode';
import type { Span } from './inline';
import { inlineSpans, spanFinder } from './inline';

export interface Token {
  /** The token with white space folded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** It lies in a code span. */
  readonly code: boolean;
}

/** The tokens of a template: outside code, and inside it. */
export interface TokenSet {
  readonly plain: ReadonlySet<string>;
  readonly code: ReadonlySet<string>;
}

/** A date, or a number that stands alone. */
const MASK = /(?:Y{4}|y{4})([-/.])(?:M{2}|m{2})\1(?:D{2}|d{2})|N{3,}|X{4,}/g;
/** What every mask contains. */
const MASKED = /YYYY|yyyy|NNN|XXXX/;
const OPENING = /[<{[]/g;
const CLOSERS: Readonly<Record<string, string>> = { '<': '>', '{': '}', '[': ']' };
const MAX_TOKEN = 400;
/** Element names that are also plausible placeholders, and with attributes are tags all the same. */
const HTML_WITH_ATTRIBUTES =
  /^<(?:article|audio|button|canvas|center|dialog|footer|form|header|iframe|input|label|link|main|meta|nav|object|option|section|select|template|textarea)\s/i;
/** Element names of HTML that are no plausible placeholder. */
const HTML =
  /^<\/?(?:a|abbr|b|blockquote|br|code|col|colgroup|dd|del|details|div|dl|dt|em|figure|figcaption|font|h[1-6]|hr|i|img|ins|kbd|li|ol|p|picture|pre|q|s|samp|script|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video)(?=[\s/>])/i;

/** Every stretch of `text` that has a placeholder's shape, outermost ones only, in order. */
export function findTokens(text: string, spans: readonly Span[] = inlineSpans(text)): Token[] {
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
  let ends: ReadonlyMap<number, number> | undefined;
  OPENING.lastIndex = 0;
  while (OPENING.test(text)) {
    const at = OPENING.lastIndex - 1;
    const span = spanAt(at);
    const hidden = span && span.kind !== 'code' && (span.kind !== 'tag' || span.start < at);
    if (hidden) {
      OPENING.lastIndex = span.end;
      continue;
    }
    ends ??= bracketEnds(text);
    const end = ends.get(at);
    if (end !== undefined && plausible(text, at, end)) {
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
    if (hasLetterOrDigit(around) || (match[1] === undefined && around.includes('_'))) continue;
    const span = spanAt(start);
    if (span && span.kind !== 'code') continue;
    tokens.push({ text: match[0], start, end: start + match[0].length, code: span !== undefined });
  }
  return tokens;
}

/** The ends of the brackets that are closed, nested ones of their kind included, by where they open. */
function bracketEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: Record<string, number[]> = { '>': [], '}': [], ']': [] };
  for (const { 0: sign, index } of text.matchAll(/[<>{}[\]]/g)) {
    const closer = CLOSERS[sign];
    if (closer !== undefined) open[closer]?.push(index);
    else {
      const start = open[sign]?.pop();
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
        !/^[/!?]/.test(inner) &&
        !isElement(text.slice(start, end)) &&
        !/:\/\/|@/.test(inner)
      );
    case '{':
      return !inner.startsWith('#') && !hasLetterOrDigit(after);
    default:
      return (
        !/^[A-Z]{1,3}\d+$|^[A-Z]{1,2}$/.test(inner) &&
        !(text.startsWith('**', start - 2) && text.startsWith('**', end)) &&
        inner.length > 1 &&
        !/^[\^!]/.test(inner) &&
        !/[([:]/.test(after) &&
        before !== ']' &&
        before !== '!'
      );
  }
}

/** True for a tag that is HTML; a placeholder may look like a tag, too. */
export function isElement(token: string): boolean {
  return HTML.test(token) || HTML_WITH_ATTRIBUTES.test(token);
}

/** True if a document's token is left over: it is one of the template's, or a multi-word `<a b>` outside code. */
export function isLeftover(token: Token, set: TokenSet): boolean {
  if (token.code) return set.code.has(token.text);
  if (set.plain.has(token.text) || set.code.has(token.text)) return true;
  return /^<\p{L}[\p{L}\p{N}'’/_-]*(?: [\p{L}\p{N}'’/_-]+)+>$/u.test(token.text);
}

/** White space that is no single blank: most of it is, and replacing that by itself would take long. */
const FOLDABLE = /[^\S ]\s*| \s+/g;

/** White space folded to single blanks. */
export function fold(text: string): string {
  return text.replace(FOLDABLE, ' ').trim();
}
