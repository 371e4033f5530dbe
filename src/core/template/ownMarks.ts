/** A template's own words for requirement marks, which a directive declares: `design-docs-marks: zwingend = required`. */

import { parseDocument } from '../document/document';
import { findField } from '../document/fields/fields';
import { readMark } from '../markdown/marks';

const KEY = 'design-docs-marks';
/** The last brackets, italics or comment of a heading. */
const TAIL = /(?:[([（]|[*_]|<!--)([^()[\]（）*_<>]+)(?:[)\]）]|[*_]|-->)[*_]*$/;

/**
 * The text of a template with its own marks replaced by those that they mean. New documents show no difference, because
 * they have no marks. Lines stay where they are.
 */
export function withKnownMarks(text: string): string {
  if (!text.includes(KEY)) return text;
  const document = parseDocument(text);
  const known = ownMarks(findField(document.fields, [KEY])?.value ?? '');
  if (known.size === 0) return text;
  const headings = new Set([document.title?.line, ...document.sections.map(({ start }) => start)]);
  return document.lines
    .map((line, at) => (headings.has(at) ? withMark(line.text, known) : line.text) + line.end)
    .join('');
}

/** The marks by the template's words, in lower case. */
function ownMarks(value: string): Map<string, string> {
  const known = new Map<string, string>();
  for (const pair of value.split(',')) {
    const [word = '', mark = ''] = pair.split('=').map((part) => part.trim());
    if (word !== '' && readMark(mark)) known.set(word.toLowerCase(), mark);
  }
  return known;
}

/** The heading without the `#` that may close it. */
function withoutClosing(heading: string): string {
  let end = heading.trimEnd().length;
  while (heading[end - 1] === '#') end--;
  return heading.slice(0, end).trimEnd();
}

function withMark(heading: string, known: ReadonlyMap<string, string>): string {
  const match = TAIL.exec(withoutClosing(heading));
  const mark = known.get((match?.[1] ?? '').trim().toLowerCase());
  return match && mark !== undefined
    ? `${heading.slice(0, match.index).replace(/[ \t*_]+$/, '')} (${mark})`
    : heading;
}
