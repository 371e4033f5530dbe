/** Removes the parts of a template's text that describe the template itself: instructions, marks and directives. */

import type { Document, Heading } from '../document/document';
import { isReviewComment } from '../document/reviewMarker';
import { findMark } from '../markdown/marks';
import type { Region } from '../text/regions';
import { headingSource, isAtx } from './headingSource';
import { directiveOf, isMark, isMarkComment } from './templateMarks';

/** The directives that apply to documents; all others describe the template. */
const KEPT = ['template', 'disable'];
const KEY = 'design-docs-';
/** The limit keeps the time linear for hostile text; marks are short. */
const COMMENT = /<!--(?:(?!-->).){0,120}-->/g;

/** The text without the parts about the template and without the lines in `omitted`; everything else stays as it is. */
export function withoutTemplateParts(document: Document, omitted: readonly Region[]): string {
  const lines = document.lines.map(({ text }) => text);
  const said = reviewComments(document);
  const dropped = new Set<number>();
  for (const region of [
    ...document.instructions,
    ...directives(document),
    ...said,
    ...keys(document),
    ...omitted,
  ]) {
    for (let line = region.start; line < region.end; line++) dropped.add(line);
  }
  const headings = document.sections.map(({ heading }) => heading);
  for (const heading of document.title ? [document.title, ...headings] : headings)
    stripHeading(document, lines, heading);
  for (const { line, endLine, style } of document.fields) {
    for (let at = line; style !== 'yaml' && at < endLine; at++)
      lines[at] = withoutMarkComments(lines[at] ?? '');
  }
  const tight = new Set(said.filter((block) => isIndented(document, block)).map(({ end }) => end - 1));
  const text = join(lines, dropped, tight, dropEmptyFrontMatter(document, dropped));
  return `${text.trimEnd()}\n`;
}

/** A review comment on the template. In a list, where it has no blank lines, it leaves none. */
function reviewComments({ allBlocks }: Document): Region[] {
  return allBlocks.filter(({ kind, content }) => kind === 'html' && isReviewComment(content));
}

function directives({ blocks }: Document): Region[] {
  return blocks.filter((block) => {
    const directive = directiveOf(block);
    return directive ? !KEPT.includes(directive.name) : isMarkComment(block);
  });
}

function isIndented(document: Document, { start }: Region): boolean {
  return /^[ \t]/.test(document.lineAt(start)?.text ?? '');
}

/** The front matter keys that describe the template. */
function keys({ fields, frontMatter }: Document): Region[] {
  return fields
    .filter(({ name, line }) => line < (frontMatter?.end ?? 0) && name.startsWith(KEY) && !isKeptKey(name))
    .map(({ line, endLine }) => ({ start: line, end: endLine }));
}

function isKeptKey(name: string): boolean {
  return KEPT.includes(name.slice(KEY.length));
}

/** Drops front matter that would be empty. Returns the line after the front matter, 0 if none is left. */
function dropEmptyFrontMatter({ frontMatter, lines }: Document, dropped: Set<number>): number {
  if (!frontMatter) return 0;
  const { start, end } = frontMatter;
  const isDropped = (_: unknown, index: number): boolean => dropped.has(start + 1 + index);
  const inner = lines.slice(start + 1, end - 1);
  const isGone =
    inner.some(isDropped) && inner.every((line, index) => isDropped(line, index) || isBlank(line.text));
  if (!isGone) return end;
  for (let line = start; line < end; line++) dropped.add(line);
  return 0;
}

function stripHeading(document: Document, lines: string[], heading: Heading): void {
  // An underlined heading may have several lines, with the mark on the last one.
  const { lastLine, from, to } = headingSource(document, heading);
  const text = lines[lastLine] ?? '';
  const stripped = withoutMarks(text.slice(from, to));
  if (stripped.trim() !== '') lines[lastLine] = text.slice(0, from) + stripped + text.slice(to);
}

/** A heading's text without marks and mark comments at its end; an explicit anchor stays. */
function withoutMarks(text: string): string {
  const ended = text.trimEnd();
  const comment = ended.endsWith('-->') ? ended.lastIndexOf('<!--') : -1;
  if (comment >= 0 && isMark(ended.slice(comment))) return withoutMarks(text.slice(0, comment).trimEnd());
  const mark = findMark(text);
  return mark ? withoutMarks(text.slice(0, mark.start)) + text.slice(mark.end) : text;
}

/** A line without comments that are marks, and without the blanks before them. */
function withoutMarkComments(text: string): string {
  let result = '';
  let from = 0;
  for (const { 0: comment, index } of text.matchAll(COMMENT)) {
    if (!isMark(comment)) continue;
    result += text.slice(from, index).trimEnd();
    from = index + comment.length;
  }
  return result + text.slice(from);
}

/**
 * Joins the lines that are not dropped. Paragraphs that were separated stay separated, and where two blank lines meet,
 * one is dropped. `tight` has the last lines of those that leave no blank line.
 */
function join(
  lines: readonly string[],
  dropped: ReadonlySet<number>,
  tight: ReadonlySet<number>,
  body: number,
): string {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!dropped.has(at)) {
      kept.push(lines[at] ?? '');
      continue;
    }
    while (dropped.has(at + 1)) at++;
    if (at < body) continue;
    const before = kept.at(-1) ?? '';
    if (isBlank(before)) {
      // Where two blank lines meet, one is dropped; at the top of the text all are.
      for (let more = true; more && at + 1 < lines.length && isBlank(lines[at + 1]); more = kept.length === 0)
        at++;
    } else if (!tight.has(at) && !isBlank(lines[at + 1]) && !isAtx(before) && !isAtx(lines[at + 1] ?? '')) {
      kept.push('');
    }
  }
  return kept.join('\n');
}

function isBlank(line = ''): boolean {
  return line.trim() === '';
}
