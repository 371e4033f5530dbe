/**
 * Quotes text of a document as data for agents, against prompt injection: text that is invisible in the rendered
 * document is dropped, and nothing in a quote can end it.
 */

import { withoutComments } from '../markdown/inline';
import type { Block } from '../markdown/markdown';
import { isComment } from '../markdown/markdown';
import type { Document } from './document';
import { readAllLeaves } from './leafText';

/** A piece of quoted text, and the separator between it and the piece before it. */
export interface Piece {
  readonly text: string;
  readonly gap: '\n' | '\n\n';
}

/** Zero-width and bidi characters, tags, variation selectors, lone surrogates, and controls but tab and line feed. */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Surrogate}\u2028\u2029\uFFF9-\uFFFB]|(?![\t\n])\p{Control}/gu;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** The markers at the start of a line: those of quotes, and one of a list. */
const MARKERS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))?/;
const CONTAINERS: readonly string[] = ['list', 'item', 'quote'];

/** The text without invisible characters. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * The document's lines without text that is not rendered: comments, instruction regions, front matter, link reference
 * definitions and invisible characters. Line numbers stay: a line that has nothing else is empty.
 */
export function visibleLines(document: Document): readonly string[] {
  const lines = document.lines.map(({ text }) => visible(MARKERS.exec(text)?.[0] ?? ''));
  for (const block of document.allBlocks) {
    // A line of a comment may look like that of a quote or a list.
    if (isComment(block)) lines.fill('', block.start + 1, block.end);
  }
  for (const { kind, text, line, end, code } of readAllLeaves(document.lines, document.allBlocks)) {
    if (CONTAINERS.includes(kind)) continue;
    const rendered = kind === 'html' ? text.replace(COMMENT, '') : code ? text : withoutComments(text);
    const leafLines = visible(rendered).split('\n');
    for (let at = line; at < end; at++) lines[at] = leafLines[at - line] ?? '';
  }
  return lines;
}

/** The pieces of blocks: one for each item of a list and for each other block, without empty ones. */
export function pieces(lines: readonly string[], blocks: readonly Block[]): Piece[] {
  const parts = blocks.flatMap((block) => (block.kind === 'list' ? block.children : [block]));
  return parts.flatMap(({ start, end }, at): Piece[] => {
    const text = tidy(lines.slice(start, end));
    return text.trim() === '' ? [] : [{ text, gap: at > 0 && parts[at - 1]?.end === start ? '\n' : '\n\n' }];
  });
}

/** Joins lines, removes their common indentation, and reduces several blank lines to one. */
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

/** The text as a fenced code block, whose fence is longer than any run of backticks or tildes in the text. */
export function fenced(text: string, language = ''): string {
  const longest = (text.match(/`+|~+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** The visible text as a code span on one line. */
export function codeSpan(text: string): string {
  const own = visible(text.replace(/\s+/g, ' '));
  const longest = (own.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const ticks = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(own) ? ' ' : '';
  return `${ticks}${pad}${own}${pad}${ticks}`;
}
