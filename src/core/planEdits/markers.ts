/** The numbers of items in ordered lists. */

import type { Document } from '../document/document';
import type { Block } from '../markdown/markdown';
import { readMarker } from '../plan/items';
import type { TextEdit } from '../text/text';
import { range } from '../text/text';

/** The number in an item's marker; 0 if it has none. */
export function numberOf(document: Document, { start }: Block): number {
  return Number.parseInt(readMarker(document.lineAt(start)?.text ?? '')?.marker ?? '0', 10) || 0;
}

/** Edits that number items consecutively from `first`. */
export function countFrom(document: Document, items: readonly Block[], first: number): TextEdit[] {
  return items.flatMap(({ start }, at): TextEdit[] => {
    const marker = readMarker(document.lineAt(start)?.text ?? '');
    if (!marker || Number.parseInt(marker.marker, 10) === first + at) return [];
    const { length } = marker.indent;
    const digits = range(start, length, start, length + marker.marker.length - 1);
    return [{ range: digits, newText: String(first + at) }];
  });
}

/** The numbers in two lists after an item moved from one to the other. */
export interface Renumbered {
  /** Edits of the other items. */
  readonly edits: readonly TextEdit[];
  /** The moved item's number; undefined if the list that it joins is not numbered consecutively. */
  readonly own?: number;
}

/**
 * Renumbers the list `from` that an item leaves and the list `to` that it joins, in front of `before` or at the end, if
 * they were numbered consecutively.
 */
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
  const toStart = to && firstNumber(document, to);
  const fromStart = firstNumber(document, from);
  return {
    edits: [
      ...(from === to || fromStart === undefined ? [] : countFrom(document, left, fromStart)),
      ...(toStart === undefined
        ? []
        : [
            ...countFrom(document, joined.slice(0, at), toStart),
            ...countFrom(document, joined.slice(at), toStart + at + 1),
          ]),
    ],
    ...(toStart !== undefined && { own: toStart + at }),
  };
}

/** The first number of a list; undefined if it is not ordered or not numbered consecutively. */
function firstNumber(document: Document, { ordered, children }: Block): number | undefined {
  const numbers = children.map((item) => numberOf(document, item));
  const [first = 0] = numbers;
  return ordered && numbers.every((number, at) => number === first + at) ? first : undefined;
}
