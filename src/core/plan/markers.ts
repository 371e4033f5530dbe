/** The numbers in front of the items of numbered lists. */

import type { Document } from '../document/document';
import type { Block } from '../markdown/markdown';
import type { TextEdit } from '../text/text';
import { range } from '../text/text';
import { readMarker } from './items';

/** The number that an item has in its list; 0 if it has none. */
export function numberOf(document: Document, { start }: Block): number {
  return Number.parseInt(readMarker(document.lineAt(start)?.text ?? '')?.marker ?? '0', 10) || 0;
}

/** Edits that number items one after the other. */
export function countFrom(document: Document, items: readonly Block[], first: number): TextEdit[] {
  return items.flatMap(({ start }, at): TextEdit[] => {
    const marker = readMarker(document.lineAt(start)?.text ?? '');
    if (!marker || Number.parseInt(marker.marker, 10) === first + at) return [];
    const { length } = marker.indent;
    const own = range(start, length, start, length + marker.marker.length - 1);
    return [{ range: own, newText: String(first + at) }];
  });
}

/** How the lists are numbered that an item leaves and joins. */
export interface Renumbered {
  /** Edits to the other items. */
  readonly edits: readonly TextEdit[];
  /** The item's own number where it joins a list that counts. */
  readonly own?: number;
}

/** Numbers the list that an item leaves and the one that it joins in front of `before`, or at its end, as they were. */
export function afterMove(
  document: Document,
  item: Block,
  from: Block,
  to: Block | undefined,
  before: Block | undefined,
): Renumbered {
  const left = from.children.filter((other) => other !== item);
  const joined = (to?.children ?? []).filter((other) => other !== item);
  const at = before ? joined.indexOf(before) : joined.length;
  const own = to && firstNumber(document, to);
  const start = firstNumber(document, from);
  return {
    edits: [
      ...(from === to || start === undefined ? [] : countFrom(document, left, start)),
      ...(own === undefined
        ? []
        : [
            ...countFrom(document, joined.slice(0, at), own),
            ...countFrom(document, joined.slice(at), own + at + 1),
          ]),
    ],
    ...(own !== undefined && { own: own + at }),
  };
}

/** The number that a list counts from; undefined if it has no numbers, or does not count. */
function firstNumber(document: Document, { ordered, children }: Block): number | undefined {
  const numbers = children.map((item) => numberOf(document, item));
  const [first = 0] = numbers;
  return ordered && numbers.every((number, at) => number === first + at) ? first : undefined;
}
