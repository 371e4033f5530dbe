/** Finds the comments in a document, wherever a person may have put them. Code has none. */

import type { Document } from '../document/document';
import { PARSE } from '../document/document';
import type { Part } from '../document/parts';
import { prefiltered } from '../document/prefilter';
import { REVIEW_MARKER } from '../document/reviewMarker';
import { inlineSpans } from '../markdown/inline';
import type { Block } from '../markdown/markdown';
import { collect, NONE } from '../query/collect';
import { partitionPoint } from '../text/binarySearch';
import type { Region } from '../text/regions';
import type { Position, Range } from '../text/text';
import { comparePositions } from '../text/text';

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
  const holds = ({ start, end }: Region): boolean => {
    const next = marked[partitionPoint(marked.length, (at) => (marked[at] ?? 0) < start)];
    return next !== undefined && next < end;
  };
  const found = document.allBlocks
    .filter((block) => block.children.length === 0 && block.kind !== 'code' && holds(block))
    .flatMap((block) => commentsIn(sourceOf(document, block), block));
  const hidden = document.instructions.filter(holds).flatMap((region) => {
    const source = sourceOf(document, region);
    return [...source.text.matchAll(MARKER)].map(({ index }) => foundAt(source, index, false));
  });
  return [...found, ...hidden].sort((a, b) => comparePositions(a.range.start, b.range.start));
}

function commentsIn(source: Source, { kind, content }: Block): Found[] {
  const { text } = source;
  if (kind === 'html') return inHtml(source, content.trimStart().startsWith('<!--'));
  return inlineSpans(text)
    .filter((span) => span.kind === 'comment' && startsComment(text.slice(span.start, span.end)))
    .map(({ start }) => foundAt(source, start, false));
}

function startsComment(text: string): boolean {
  return REVIEW_MARKER.exec(text)?.index === 0;
}

/** In HTML, a comment ends at the first `-->`; a marker inside another comment starts none. */
function inHtml(source: Source, isComment: boolean): Found[] {
  const { text } = source;
  const found: Found[] = [];
  for (let at = text.indexOf('<!--'); at >= 0; ) {
    const close = text.indexOf(CLOSE, at + 4);
    const end = close < 0 ? text.length : close + CLOSE.length;
    if (startsComment(text.slice(at, end))) {
      const isFirst = isComment && found.length === 0;
      const isAlone = isFirst && /^[ \t>]*$/.test(afterMarkers(text.slice(0, at)));
      found.push(foundAt(source, at, isAlone && text.slice(end).trim() === ''));
    }
    at = text.indexOf('<!--', end);
  }
  return found;
}

/** What is left of the start of a line without list markers. */
function afterMarkers(lead: string): string {
  return lead.replace(/(?:[-*+]|\d{1,9}[.)])(?=[ \t])/g, '');
}

/** The comment that starts at an offset. */
function foundAt({ text, positionAt }: Source, at: number, isBlock: boolean): Found {
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
interface Source {
  readonly text: string;
  positionAt(offset: number): Position;
}

function sourceOf(document: Document, { start, end }: Region): Source {
  const starts: number[] = [];
  let text = '';
  for (let line = start; line < end; line++) {
    if (line > start) text += '\n';
    starts.push(text.length);
    text += document.lineAt(line)?.text ?? '';
  }
  const positionAt = (offset: number): Position => {
    const at = partitionPoint(starts.length, (index) => (starts[index] ?? 0) <= offset) - 1;
    return { line: start + at, character: offset - (starts[at] ?? 0) };
  };
  return { text, positionAt };
}
