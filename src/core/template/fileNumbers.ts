/** Whether the number in a document's file name is its own. */

import vocabulary from '../vocabulary/vocabulary.json';
import { newFileName, numberOf } from './naming';

/** What is wrong with the number of a file. */
export type NumberFault =
  | { readonly kind: 'taken'; readonly digits: string; readonly by: string; readonly next: string }
  | { readonly kind: 'missing'; readonly next: string };

/** A number with a suffix, which says that it is taken twice on purpose: `0027-2-scripting.md`. */
const SUFFIXED = /^\d+-\d{1,2}[-_. ]/;
const MARKDOWN = /\.(?:md|markdown)$/i;
/** So many files must have numbers before one without is missing its number. */
const FEWEST = 4;
const MOST = 0.8;
/** Numbers that a folder gives itself leave few out. */
const SPARSE = 10;

/**
 * The fault of the file `own` among the names of its folder; undefined if it has none. Of the files with one number, the
 * first in the order of names keeps it. A file such as `0003-notes.md` beside `0003.md`, or a translation, shares it.
 */
export function numberFault(own: string, names: readonly string[]): NumberFault | undefined {
  const files = names.filter((name) => MARKDOWN.test(name) && !vocabulary.indexFiles.includes(name));
  const numbered = files.filter((name) => numberOf(name) !== undefined);
  const number = numberOf(own);
  const next = /^\d+/.exec(newFileName('', names))?.[0] ?? '';
  if (number === undefined) {
    const others = files.length - 1;
    return numbered.length >= FEWEST && numbered.length >= MOST * others
      ? { kind: 'missing', next }
      : undefined;
  }
  if (SUFFIXED.test(own) || areForeign(numbered)) return undefined;
  const by = numbered.find(
    (name) => name < own && numberOf(name) === number && !SUFFIXED.test(name) && !isPartOf(name, own),
  );
  return by === undefined ? undefined : { kind: 'taken', digits: /^\d+/.exec(own)?.[0] ?? '', by, next };
}

/** True if numbers are those of years or families, which most files share, or of issues, which are given elsewhere. */
function areForeign(names: readonly string[]): boolean {
  const counts = new Map<number, number>();
  for (const name of names) {
    const number = numberOf(name) ?? 0;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const shared = [...counts.values()].filter((count) => count > 1).length;
  if (names.length <= 2) return false;
  return shared * 2 > counts.size || Math.max(...counts.keys()) > SPARSE * names.length;
}

/** True if one name is the other one with more at its end. */
function isPartOf(a: string, b: string): boolean {
  const [short = '', long = ''] = [stem(a), stem(b)].sort((x, y) => x.length - y.length);
  return long.startsWith(short);
}

function stem(name: string): string {
  return name.replace(MARKDOWN, '').toLowerCase();
}
