/** Recognizes names that differ by a typing slip only, so that a fix may replace one by the other without asking. */

import { memoize } from '../query/memoize';

/** Separates the words of a name. */
const SEPARATOR = /[\s._~-]/;
/** The shortest word in which a typo is recognized: in a shorter one, a changed letter makes another word. */
const LONG_WORD = 4;

/** Names whose lengths differ by more are not compared: so many extra separators are not a slip. */
const MAX_SEPARATORS = 8;
/** The maximum number of comparisons for one document, against quadratic cost; after them no further name is found. */
const MAX_COMPARISONS = 200_000;

/**
 * Creates a finder for one document. The finder returns the only name that differs from `wrong` by a slip, or undefined
 * if there is none or more than one.
 */
export function slipFinder(): (wrong: string, names: readonly string[]) => string | undefined {
  let compared = 0;
  const find = (wrong: string, names: readonly string[]): string | undefined => {
    let found: string | undefined;
    for (const name of names) {
      if (name === found || Math.abs(name.length - wrong.length) > MAX_SEPARATORS) continue;
      if (++compared > MAX_COMPARISONS) return undefined;
      if (!isSlip(wrong, name)) continue;
      if (found !== undefined) return undefined;
      found = name;
    }
    return found;
  };
  return (wrong, names) => {
    const known = knownOf(names);
    if (known.has(wrong)) return known.get(wrong);
    const found = find(wrong, names);
    if (compared <= MAX_COMPARISONS) known.set(wrong, found);
    return found;
  };
}

/** What was found in a list of names, which is the same for all documents. */
const knownOf = memoize((_names: readonly string[]) => new Map<string, string | undefined>());

/**
 * True if the names differ in case and separators only, or by one typo in a word of at least `LONG_WORD` letters: a
 * letter that is added, missing, replaced or swapped with the next one. Digits tell names apart, so they must be equal.
 */
export function isSlip(wrong: string, right: string): boolean {
  const [a, b] = [wrong, right].map((name) => name.normalize('NFC').toLowerCase()) as [string, string];
  // The cheaper comparison comes first: most names differ in it.
  return (sameButSeparators(a, b) || isTypo(a, b)) && digitsOf(a) === digitsOf(b);
}

function sameButSeparators(a: string, b: string): boolean {
  let [at, other] = [0, 0];
  while (at < a.length || other < b.length) {
    if (a[at] === b[other]) {
      at++;
      other++;
    } else if (SEPARATOR.test(a.charAt(at))) at++;
    else if (SEPARATOR.test(b.charAt(other))) other++;
    else return false;
  }
  return true;
}

/** The numbers in a name, in order. */
function digitsOf(name: string): string {
  return (name.match(/\p{N}+/gu) ?? []).join(' ');
}

function isTypo(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const own = a.slice(start, a.length - tail);
  const other = b.slice(start, b.length - tail);
  const swapped = own.length === 2 && own === [...other].reverse().join('');
  if ((Math.max(own.length, other.length) > 1 && !swapped) || !/^\p{L}*$/u.test(own + other)) return false;
  const before = /\p{L}*$/u.exec(a.slice(0, start))?.[0].length ?? 0;
  const after = /^\p{L}*/u.exec(a.slice(a.length - tail))?.[0].length ?? 0;
  return before + after + Math.min(own.length, other.length) >= LONG_WORD;
}
