/** Whether two names are the same but for a slip, so that the one may be written for the other unasked. */

/** What sets words of a name apart. */
const SEPARATOR = /[\s._~-]/;
/** In a shorter word one letter more or less makes another word. */
const LONG_WORD = 4;

/** Names whose lengths differ by more are not compared: so many separators are no slip. */
const MOST_SEPARATORS = 8;
/** A document may have as many wrong names as right ones; after so many comparisons none is found. */
const ENOUGH = 200_000;

/**
 * Finds, for one document, the only one of some names that differs from a wrong one by a slip. A name that is wrong in
 * many places is looked for once.
 */
export function slipFinder(): (wrong: string, names: readonly string[]) => string | undefined {
  const known = new Map<readonly string[], Map<string, string | undefined>>();
  let compared = 0;
  const find = (wrong: string, names: readonly string[]): string | undefined => {
    let found: string | undefined;
    for (const name of names) {
      if (name === found || Math.abs(name.length - wrong.length) > MOST_SEPARATORS) continue;
      if (++compared > ENOUGH) return undefined;
      if (!isSlip(wrong, name)) continue;
      if (found !== undefined) return undefined;
      found = name;
    }
    return found;
  };
  return (wrong, names) => {
    const found = known.get(names) ?? new Map<string, string | undefined>();
    known.set(names, found);
    if (!found.has(wrong)) found.set(wrong, find(wrong, names));
    return found.get(wrong);
  };
}

/**
 * True if the names differ by nothing but case and separators, or by one slip of the keyboard in a word that is long
 * enough to know it by: a letter too many, missing, wrong, or in the place of its neighbour. Digits say which, so they
 * must be the same.
 */
export function isSlip(wrong: string, right: string): boolean {
  const [a, b] = [wrong, right].map((name) => name.normalize('NFC').toLowerCase()) as [string, string];
  // Most names differ early, and the digits of few are ever compared.
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
