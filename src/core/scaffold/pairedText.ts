/** Paired markup: tags, blocks of macros, and comments that open and close a region. */

import type { Document } from '../document/document';
import { memoize } from '../query/memoize';
import type { Region } from '../text/regions';

const TAG =
  /<(\/?)([A-Za-z][\w-]*)\b[^<>]{0,300}?(\/?)>|\{%-?[ \t]*(end)?(\w+)|<!--[ \t]*(BEGIN|START|END|\/?)[ \t]*([\w-]*)/g;

/** True if the lines of a region can be removed without leaving an unpaired start or end of paired markup. */
export function pairsAreWhole(document: Document, { start, end }: Region): boolean {
  const inside = ends(document, start, end);
  const closed = closedIn(document);
  // Markup that the document never closes, such as `<br>` or a placeholder, is not paired.
  return [...inside].every(([name, { opening, closing }]) => opening === closing || !closed.has(name));
}

/** The markup that the document closes anywhere, memoized because several sections may be removed. */
const closedIn = memoize((document: Document): ReadonlySet<string> => {
  const all = [...ends(document, 0, document.lines.length)];
  return new Set(all.flatMap(([name, { closing }]) => (closing > 0 ? [name] : [])));
});

interface PairEnds {
  opening: number;
  closing: number;
}

function ends(document: Document, start: number, end: number): Map<string, PairEnds> {
  const found = new Map<string, PairEnds>();
  for (const { text } of document.lines.slice(start, end)) {
    for (const match of text.matchAll(TAG)) {
      const [, slash, tag, selfClosing, endOf, macro, side = '', comment = ''] = match;
      if (selfClosing) continue;
      const name = tag ? `<${tag.toLowerCase()}` : macro ? `%${macro}` : `!${comment}`;
      const isEnd = slash === '/' || endOf !== undefined || side === 'END' || side === '/';
      const counts = found.get(name) ?? { opening: 0, closing: 0 };
      if (isEnd) counts.closing++;
      else counts.opening++;
      found.set(name, counts);
    }
  }
  return found;
}
