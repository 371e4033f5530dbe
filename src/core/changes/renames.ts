/** Finds documents that were renamed: the same text, or the same title, under another path. */

import type { Analysis } from '../analysis/analyze';
import { nameKey } from '../text/names';
import { titleOf } from './header';
import { isOnly, Pairing } from './pairs';

/** Documents that are gone, each with the new one that it became. What allows two answers is left out. */
export function renamedDocuments<T extends { readonly analysis: Analysis }>(
  gone: readonly T[],
  come: readonly T[],
): ReadonlyMap<T, T> {
  const pairs = new Pairing<T>();
  pairs.byKey(gone, come, ({ analysis }) => analysis.document.text, isOnly);
  pairs.byKey(gone, come, ({ analysis }) => nameKey(titleOf(analysis)), isOnly);
  return pairs.after;
}
