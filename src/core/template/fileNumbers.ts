/** Whether the number in a document's file name is its own. */

import { memoize } from '../query/memoize';
import { newFileName, numberOf } from './naming';
import { isIndexName } from './readIndex';

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
  const { byNumber, others, isForeign, next } = numberingOf(names);
  const number = numberOf(own);
  if (number === undefined) {
    const count = [...byNumber.values()].flat().length;
    const isMissing = others.includes(own) && count >= FEWEST && count >= MOST * (count + others.length - 1);
    return isMissing ? { kind: 'missing', next } : undefined;
  }
  if (SUFFIXED.test(own) || isForeign) return undefined;
  const by = byNumber.get(number)?.find((name) => name < own && !SUFFIXED.test(name) && !isPartOf(name, own));
  return by === undefined ? undefined : { kind: 'taken', digits: /^\d+/.exec(own)?.[0] ?? '', by, next };
}

/** The numbers of the Markdown files in a folder. */
interface Numbering {
  readonly byNumber: ReadonlyMap<number, readonly string[]>;
  /** The names without a number. */
  readonly others: readonly string[];
  readonly isForeign: boolean;
  /** The digits of the next free number. */
  readonly next: string;
}

const numberingOf = memoize((names: readonly string[]): Numbering => {
  const byNumber = new Map<number, string[]>();
  const others: string[] = [];
  for (const name of names) {
    if (!MARKDOWN.test(name) || isIndexName(name)) continue;
    const number = numberOf(name);
    const same = number === undefined ? others : (byNumber.get(number) ?? []);
    same.push(name);
    if (number !== undefined) byNumber.set(number, same);
  }
  const next = /^\d+/.exec(newFileName('', names))?.[0] ?? '';
  return { byNumber, others, isForeign: areForeign(byNumber), next };
});

/** True if numbers are those of years or families, which most files share, or of issues, which are given elsewhere. */
function areForeign(byNumber: Numbering['byNumber']): boolean {
  const counts = [...byNumber.values()].map((names) => names.length);
  const files = counts.reduce((sum, count) => sum + count, 0);
  if (files <= 2) return false;
  return (
    counts.filter((count) => count > 1).length * 2 > counts.length ||
    Math.max(...byNumber.keys()) - Math.min(...byNumber.keys()) > SPARSE * files
  );
}

/** True if one name is the other one with more at its end. */
function isPartOf(a: string, b: string): boolean {
  const [short = '', long = ''] = [stem(a), stem(b)].sort((x, y) => x.length - y.length);
  return long.startsWith(short);
}

function stem(name: string): string {
  return name.replace(MARKDOWN, '').toLowerCase();
}
