/** Things of a text that open in one place and close in another. */

import type { Document } from '../document/document';
import { memoize } from '../query/memoize';
import type { Region } from '../text/regions';

const TAG =
  /<(\/?)([A-Za-z][\w-]*)\b[^<>]{0,300}?(\/?)>|\{%-?[ \t]*(end)?(\w+)|<!--[ \t]*(BEGIN|START|END|\/?)[ \t]*([\w-]*)/g;

/** True if the lines hold both or none of the ends of whatever opens and closes: tags, blocks of macros, comments. */
export function pairsAreWhole(document: Document, { start, end }: Region): boolean {
  const inside = ends(document, start, end);
  const closed = closedIn(document);
  // What is closed nowhere, such as `<br>` or a placeholder, is no pair.
  return [...inside].every(([name, { opening, closing }]) => opening === closing || !closed.has(name));
}

/** What the document closes anywhere: worked out once, for many sections may be left out. */
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
      const own = found.get(name) ?? { opening: 0, closing: 0 };
      if (isEnd) own.closing++;
      else own.opening++;
      found.set(name, own);
    }
  }
  return found;
}
