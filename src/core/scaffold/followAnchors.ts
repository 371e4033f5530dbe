/** Updates links to headings whose anchors change when a document is created from a template. */

import type { Document, Heading } from '../document/document';
import { anchorLine, anchorsOf } from '../document/links/anchors';
import { decoded, readLinks } from '../document/links/links';
import type { Fill } from './draft';
import { offsetsOf } from './draft';

/**
 * The fills that update links in `after` to headings with a changed anchor, and the text of links that repeat the
 * heading. `kept` are the headings of `before` that `after` still has, in order.
 */
export function anchorFills(before: Document, kept: readonly Heading[], after: Document): Fill[] {
  const links = readLinks(after).filter(({ target }) => target.startsWith('#'));
  if (links.length === 0) return [];
  const earlier = anchorsOf(before);
  const present = anchorsOf(after);
  const later = headingsOf(after);
  const pairs = new Map(kept.map((heading, at) => [heading.line, { old: heading, current: later[at] }]));
  const names = new Map<number, string>();
  for (const name of present.names) {
    const line = anchorLine(present, name);
    if (line !== undefined && !names.has(line)) names.set(line, name);
  }
  const offsetOf = offsetsOf(after);
  return links.flatMap(({ target, range }) => {
    const anchor = decoded(target.slice(1));
    const pair = pairs.get(anchorLine(earlier, anchor) ?? -1);
    if (!pair?.current) return [];
    const { old, current } = pair;
    const start = offsetOf(range.start);
    const text = names.get(current.line);
    const isMoved = text !== undefined && anchorLine(present, anchor) !== current.line;
    return [
      ...shownName(after, start, old, current),
      ...(isMoved ? [{ start, end: offsetOf(range.end), text: `#${text}` }] : []),
    ];
  });
}

/** The fill for the text of a link if it is that of the old heading, as in a table of contents. */
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
