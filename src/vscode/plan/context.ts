/** The `contextValue` of a row, on which its menus depend. */

import type { RowWord } from '../manifest/when';

/** The context value with these words. */
export function contextOf(...words: readonly RowWord[]): string {
  return words.join(' ');
}
