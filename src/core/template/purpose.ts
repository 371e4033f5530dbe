/** What a template is for, in its own words: a line in a list of templates. */

import { parseDocument } from '../document/document';
import { findField } from '../document/fields/fields';
import { plainText } from '../document/plainText';
import type { Template } from './template';

/** In characters. A shorter paragraph is a badge or a link. */
const SHORTEST = 12;
const LONGEST = 160;

/**
 * The value of the front matter key `design-docs-purpose`; else the first paragraph above the sections that is no header;
 * else the title.
 */
export function purposeOf(template: Template): string {
  const { fields, preamble } = parseDocument(template.source);
  const given = findField(fields, ['design-docs-purpose'])?.value;
  if (given) return shortened(given);
  const isHeader = ({ start, end }: { start: number; end: number }): boolean =>
    fields.some(({ line }) => line >= start && line < end);
  const texts = preamble
    .filter((block) => block.kind === 'paragraph' && !isHeader(block))
    .map(({ content }) => plainText(content));
  return shortened(texts.find((text) => text.length >= SHORTEST) ?? template.title);
}

/** One line of limited length, cut after a word. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  return `${line.slice(0, line.lastIndexOf(' ', LONGEST)).trimEnd()} …`;
}
