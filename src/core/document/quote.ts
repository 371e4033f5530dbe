/**
 * Text of a document quoted as data, for readers who must not take it for orders: what nobody sees in the document is
 * left out, and nothing in the quote can end it.
 */

import { withoutComments } from '../markdown/inline';
import type { Block } from '../markdown/markdown';
import type { Document } from './document';
import { readAllLeaves } from './leafText';

/** A stretch of quoted text, and what stands between it and the one before it. */
export interface Piece {
  readonly text: string;
  readonly gap: '\n' | '\n\n';
}

/** Zero-width and bidi signs, tags, variation selectors, lone surrogates, and all control characters but two. */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Surrogate}\u2028\u2029\uFFF9-\uFFFB]|(?![\t\n])\p{Control}/gu;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** What a line has in front of a comment or link definition: quote signs, and a list marker. */
const MARKERS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))?/;
const CONTAINERS: readonly string[] = ['list', 'item', 'quote'];

/** The text without characters that cannot be seen. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * The document's lines without what only the author sees: comments, instruction regions, front matter, the definitions
 * of links, invisible characters. A line of nothing else is empty.
 */
export function visibleLines(document: Document): readonly string[] {
  const lines = document.lines.map(({ text }) => visible(MARKERS.exec(text)?.[0] ?? ''));
  for (const { kind, text, line, end, code } of readAllLeaves(document.lines, document.allBlocks)) {
    if (CONTAINERS.includes(kind)) continue;
    const seen = kind === 'html' ? text.replace(COMMENT, '') : code ? text : withoutComments(text);
    const own = visible(seen).split('\n');
    for (let at = line; at < end; at++) lines[at] = own[at - line] ?? '';
  }
  return lines;
}

/** Blocks as pieces, lists item by item; what has nothing to see is left out. */
export function pieces(lines: readonly string[], blocks: readonly Block[]): Piece[] {
  const parts = blocks.flatMap((block) => (block.kind === 'list' ? block.children : [block]));
  return parts.flatMap(({ start, end }, at): Piece[] => {
    const text = tidy(lines.slice(start, end));
    return text.trim() === '' ? [] : [{ text, gap: at > 0 && parts[at - 1]?.end === start ? '\n' : '\n\n' }];
  });
}

/** Lines as one text: the indent that all have is taken off, and no two blank lines meet. */
export function tidy(lines: readonly string[]): string {
  const full = lines.filter((line) => line.trim() !== '');
  const indent = full.reduce(
    (least, line) => {
      let same = 0;
      while (same < least.length && line[same] === least[same]) same++;
      return least.slice(0, same);
    },
    /^[ \t]*/.exec(full[0] ?? '')?.[0] ?? '',
  );
  return lines
    .map((line) => (line.trim() === '' ? '' : line.slice(indent.length).trimEnd()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** The text in a fence that is longer than any run of fence signs in it. */
export function fenced(text: string, language = ''): string {
  const longest = (text.match(/`+|~+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** The text as inline code on one line. */
export function codeSpan(text: string): string {
  const own = visible(text.replace(/\s+/g, ' '));
  const longest = (own.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const ticks = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(own) ? ' ' : '';
  return `${ticks}${pad}${own}${pad}${ticks}`;
}
