/** Links to headings of a template, led to the anchors that these have in the document made of it. */

import { anchorLine, anchorsOf } from '../document/anchors';
import type { Document, Heading } from '../document/document';
import { decoded, readLinks } from '../document/links';
import type { Fill } from './draft';
import { offsetsOf } from './draft';

/**
 * What replaces the targets of links whose heading has another anchor than before. `kept` are the headings of the
 * earlier document that the later one has, in order.
 */
export function anchorFills(before: Document, kept: readonly Heading[], after: Document): Fill[] {
  const links = readLinks(after).filter(({ target }) => target.startsWith('#'));
  if (links.length === 0) return [];
  const earlier = anchorsOf(before);
  const present = anchorsOf(after);
  const later = headingsOf(after);
  const moved = new Map(kept.map((heading, at) => [heading.line, { heading, own: later[at] }]));
  const names = new Map<number, string>();
  for (const name of present.names) {
    const line = anchorLine(present, name);
    if (line !== undefined && !names.has(line)) names.set(line, name);
  }
  const offsetOf = offsetsOf(after);
  return links.flatMap(({ target, range }) => {
    const asked = decoded(target.slice(1));
    const pair = moved.get(anchorLine(earlier, asked) ?? -1);
    if (!pair?.own) return [];
    const { heading, own } = pair;
    const start = offsetOf(range.start);
    const text = names.get(own.line);
    const isMoved = text !== undefined && anchorLine(present, asked) !== own.line;
    return [
      ...shownName(after, start, heading, own),
      ...(isMoved ? [{ start, end: offsetOf(range.end), text: `#${text}` }] : []),
    ];
  });
}

/** The text of a link to a heading, where it is that of the heading, as in a table of contents. */
function shownName({ text }: Document, target: number, before: Heading, after: Heading): Fill[] {
  const start = target - `${before.text}](`.length;
  const isShown = before.text !== after.text && text.slice(start - 1, target) === `[${before.text}](`;
  return isShown ? [{ start, end: start + before.text.length, text: after.text }] : [];
}

/** The title and the headings of all sections, in order. */
export function headingsOf({ title, sections }: Document): Heading[] {
  const headings = sections.map(({ heading }) => heading);
  return title ? [title, ...headings] : headings;
}
