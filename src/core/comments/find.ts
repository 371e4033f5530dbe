/** Finds the comments in a document, wherever a person may have put them. Code has none. */

import type { Document } from '../document/document';
import { PARSE } from '../document/document';
import type { Part } from '../document/parts';
import { prefiltered } from '../document/prefilter';
import { REVIEW_MARKER } from '../document/reviewMarker';
import { inlineSpans } from '../markdown/inline';
import type { Block } from '../markdown/markdown';
import { collect, NONE } from '../query/collect';
import type { Position, Range } from '../text/text';

/** A comment in the source. */
export interface Found {
  /** What stands between the marker and the end, without the indentation of the comment's lines. */
  readonly inner: string;
  /** The source before it on its first line. */
  readonly lead: string;
  readonly range: Range;
  /** It is an HTML block of its own, so that its lines can be changed. */
  readonly isBlock: boolean;
  readonly isClosed: boolean;
}

const MARKER = new RegExp(REVIEW_MARKER.source, 'gi');
const WORDS = /design-docs\s*:\s*comment(?![\w-])/i;
const CLOSE = '-->';

/** The lines that may be the first of a comment, or the one after it. */
const markedLines = prefiltered((part: Part): readonly number[] => {
  const found: number[] = [];
  for (const [line, { text }] of part.lines.entries()) if (WORDS.test(text)) found.push(line);
  return found.length === 0 ? NONE : found;
});

/** The comments of a document, in order. A document without any costs no more than a look at its changed parts. */
export function findComments(document: Document): readonly Found[] {
  const marked = collect(document[PARSE], markedLines, undefined, (line, by) => line + by);
  if (marked.length === 0) return NONE;
  const holds = ({ start, end }: { start: number; end: number }): boolean =>
    marked.some((line) => line >= start && line < end);
  const found = document.allBlocks
    .filter((block) => block.children.length === 0 && block.kind !== 'code' && holds(block))
    .flatMap((block) => commentsIn(document, block));
  const hidden = document.instructions.filter(holds).flatMap((region) => {
    const { text } = sourceOf(document, region);
    return [...text.matchAll(MARKER)].map(({ index }) => foundAt(document, region, index, false));
  });
  return [...found, ...hidden].sort((a, b) => a.range.start.line - b.range.start.line);
}

function commentsIn(document: Document, block: Block): Found[] {
  const { text } = sourceOf(document, block);
  if (block.kind === 'html') return inHtml(document, block, text);
  return inlineSpans(text)
    .filter(({ kind, start, end }) => kind === 'comment' && startsComment(text.slice(start, end)))
    .map(({ start }) => foundAt(document, block, start, false));
}

function startsComment(text: string): boolean {
  return REVIEW_MARKER.exec(text)?.index === 0;
}

/** In HTML, a comment ends at the first `-->`; a marker inside another comment starts none. */
function inHtml(document: Document, block: Block, text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('<!--'); at >= 0; ) {
    const close = text.indexOf(CLOSE, at + 4);
    const end = close < 0 ? text.length : close + CLOSE.length;
    if (startsComment(text.slice(at, end))) {
      const isAlone = block.content.trimStart().startsWith('<!--') && found.length === 0;
      const isBlock =
        isAlone && /^[ \t>]*$/.test(afterMarkers(text.slice(0, at))) && text.slice(end).trim() === '';
      found.push(foundAt(document, block, at, isBlock));
    }
    at = text.indexOf('<!--', end);
  }
  return found;
}

/** What is left of the start of a line without list markers. */
function afterMarkers(lead: string): string {
  return lead.replace(/(?:[-*+]|\d{1,9}[.)])(?=[ \t])/g, '');
}

/** The comment that starts at an offset in the lines of a block. */
function foundAt(
  document: Document,
  block: { start: number; end: number },
  at: number,
  isBlock: boolean,
): Found {
  const { text, positionAt } = sourceOf(document, block);
  const marker = REVIEW_MARKER.exec(text.slice(at))?.[0] ?? '';
  const close = text.indexOf(CLOSE, at + marker.length);
  const end = close < 0 ? text.length : close;
  const lead = text.slice(text.lastIndexOf('\n', at) + 1, at);
  const [first = '', ...lines] = text.slice(at + marker.length, end).split('\n');
  return {
    inner: [first, ...lines.map((line) => dedented(line, isBlock ? lead : ''))].join('\n'),
    lead,
    range: { start: positionAt(at), end: positionAt(close < 0 ? end : end + CLOSE.length) },
    isBlock,
    isClosed: close >= 0,
  };
}

/** The line without white space, and without marks of block quotes, in the columns of the comment's lead. */
function dedented(line: string, lead: string): string {
  const width = columnsOf(lead);
  let at = 0;
  for (let column = 0; column < width && at < line.length; at++) {
    const char = line[at];
    if (char !== ' ' && char !== '\t' && !(char === '>' && lead.includes('>'))) break;
    column += char === '\t' ? 4 - (column % 4) : 1;
  }
  return line.slice(at);
}

function columnsOf(text: string): number {
  let column = 0;
  for (const char of text) column += char === '\t' ? 4 - (column % 4) : 1;
  return column;
}

/** The source of lines, joined with line feeds, and the position of an offset in it. */
function sourceOf(document: Document, { start, end }: { start: number; end: number }) {
  const lines = Array.from({ length: end - start }, (_, at) => document.lineAt(start + at)?.text ?? '');
  const positionAt = (offset: number): Position => {
    let line = 0;
    let from = 0;
    for (let next = lines[0]?.length ?? 0; offset > from + next && line < lines.length - 1; ) {
      from += next + 1;
      line++;
      next = lines[line]?.length ?? 0;
    }
    return { line: start + line, character: offset - from };
  };
  return { text: lines.join('\n'), positionAt };
}
