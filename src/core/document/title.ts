/** Finds the title of a document: its first heading, or a heading in HTML above it. */

import type { Block } from '../markdown/markdown';
import { isComment, openingOf } from '../markdown/markdown';
import { findMark } from '../markdown/marks';
import { fold } from '../markdown/tokens';
import { readName } from '../text/names';
import { range } from '../text/text';
import vocabulary from '../vocabulary/vocabulary.json';
import type { Field } from './fields/fields';
import { fieldKey } from './fields/fields';
import { readPreamble } from './fields/readFields';
import type { Heading } from './headings';
import type { Part } from './parts';
import { isReviewComment } from './reviewMarker';

/** A title, and the number of parts before the first section. */
export interface Title {
  readonly heading: Heading;
  readonly partCount: 1 | 2;
}

const HTML_TITLE = /<h1\b[^<>]{0,300}>([\s\S]{0,600}?)<\/h1>/i;
const TAG = /<[^<>]{0,300}>/g;
/** White space and tags around a text. */
const AROUND = /^(?:\s|<[^<>]{0,300}>)*|(?:\s|<[^<>]{0,300}>)*$/g;
/** The names of fields that many teams use. */
const FIELD_NAMES: ReadonlySet<string> = new Set(Object.values(vocabulary.fields).flat().map(fieldKey));
/** A name with a colon, emphasized or not. */
const LABEL = /^[*_]*([^:：*_\n]{1,40}?)[ \t]*[*_]*[:：]/;

/**
 * The title. `head` is the parts before the second heading, `next` that heading, and `lines` returns the lines of the
 * head. An H1 in HTML is the title if no H1 in Markdown follows it. Otherwise it is the first heading, if it has no
 * requirement mark and the next heading is deeper or the header fields are below it.
 */
export function findTitle(
  [top, first]: readonly Part[],
  next: Heading | undefined,
  lines: () => readonly string[],
): Title | undefined {
  const heading = first?.heading;
  const html = top && heading?.level !== 1 ? htmlTitle(top) : undefined;
  if (html) return { heading: html, partCount: 1 };
  if (!heading || findMark(heading.text)) return undefined;
  const isFirst = next === undefined ? heading.level === 1 : next.level > heading.level;
  return isFirst || isAboveHeader(heading, first, lines) ? { heading, partCount: 2 } : undefined;
}

/** True if header fields are below a heading. Below other headings than H1 they must have names that teams use. */
function isAboveHeader({ level }: Heading, { blocks }: Part, lines: () => readonly string[]): boolean {
  if (level === 1) return readPreamble(lines(), blocks.slice(1)).some(isHeaderField);
  const below = blocks.slice(1).find((block) => !isReviewComment(block.content));
  return below !== undefined && labelsIn(below).some((label) => FIELD_NAMES.has(fieldKey(label)));
}

/** Prose and quotes contain colons, too, so a lower-case name or a quoted field is no evidence of a header. */
function isHeaderField({ name, lead }: Field): boolean {
  return !/^[a-z]/.test(name) && !lead.includes('>');
}

/** The names before colons at the starts of the lines of a paragraph, or of the items of a list. */
function labelsIn(block: Block): string[] {
  const openings =
    block.kind === 'list' ? block.children.map(({ children }) => openingOf(children)) : [block];
  const lines = openings.flatMap((opening) => opening?.content.split('\n') ?? []);
  return lines.flatMap((line) => LABEL.exec(line)?.[1] ?? []);
}

/** The first H1 in HTML that has a text. */
function htmlTitle({ blocks, lines, origin }: Part): Heading | undefined {
  for (const block of blocks) {
    if (block.kind !== 'html' || isComment(block)) continue;
    const source = lines.slice(block.start - origin, block.end - origin).map(({ text }) => text);
    const all = source.join('\n');
    const match = HTML_TITLE.exec(all);
    const inner = match?.[1] ?? '';
    const text = fold(inner.replace(TAG, ''));
    if (!match || text === '') continue;
    const [lead = '', tail = ''] = inner.match(AROUND) ?? [];
    const before = all.slice(0, match.index + match[0].indexOf('>') + 1 + lead.length).split('\n');
    const [shown = ''] = inner.slice(lead.length, inner.length - tail.length).split('\n');
    const line = block.start + before.length - 1;
    const column = before.at(-1)?.length ?? 0;
    const place = range(line, column, line, column + shown.length);
    return { text, name: readName(text), level: 1, line, endLine: block.end, range: place };
  }
  return undefined;
}
