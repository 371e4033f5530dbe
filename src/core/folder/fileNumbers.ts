/** Whether the number in a document's file name is its own. */

import { memoize } from '../query/memoize';
import type { FileNumber } from './fileNumber';
import { areSparse, numberOf, readFileNumber } from './fileNumber';
import { nextNumber } from './newFileName';
import { isIndexName } from './readIndex';

/** What is wrong with the number of a file. */
export type NumberFault =
  | { readonly kind: 'taken'; readonly digits: string; readonly by: string; readonly next: string }
  | { readonly kind: 'missing'; readonly next: string };

const MARKDOWN = /\.(?:md|markdown)$/i;
/** So many files must have numbers before one without is missing its number. */
const MIN_NUMBERED = 4;
const MIN_SHARE = 0.8;

/**
 * The fault of the file `own` among the names of its folder; undefined if it has none. Of the files with one number, the
 * first in the order of names keeps it. A file such as `0003-notes.md` beside `0003.md`, or a translation, shares it.
 */
export function numberFault(own: string, names: readonly string[]): NumberFault | undefined {
  const { byNumber, others, isForeign } = numberingOf(names);
  const number = readFileNumber(own);
  if (number === undefined) {
    const count = [...byNumber.values()].flat().filter((name) => readFileNumber(name)?.prefix === '').length;
    const isMissing =
      others.includes(own) && count >= MIN_NUMBERED && count >= MIN_SHARE * (count + others.length - 1);
    return isMissing ? { kind: 'missing', next: nextNumber(names) } : undefined;
  }
  if (number.isShared || isForeign) return undefined;
  const by = byNumber
    .get(keyOf(number))
    ?.find((name) => name < own && !readFileNumber(name)?.isShared && !isPartOf(name, own));
  const { digits, prefix } = number;
  return by === undefined ? undefined : { kind: 'taken', digits, by, next: nextNumber(names, prefix) };
}

/** The year of a folder's documents, which is no number of one. */
const YEAR = /^(?:19|20)\d\d$/;

/**
 * The fault of a document's own folder, such as `0042-tides`, among the names beside it, if `isLike` says of another one
 * with its number that it is the folder of a document, too. Files are left out: they may be attachments.
 */
export function folderNumberFault(
  own: string,
  names: readonly string[],
  isLike: (name: string) => boolean,
): (NumberFault & { readonly kind: 'taken' }) | undefined {
  const number = readFileNumber(own);
  if (number === undefined || number.isShared || YEAR.test(number.digits)) return undefined;
  const folders = names.filter((name) => !MARKDOWN.test(name));
  if (areForeign(groupByNumber(folders))) return undefined;
  const twins = folders.filter((name) => {
    const other = readFileNumber(name);
    return other && !other.isShared && keyOf(other) === keyOf(number);
  });
  const by = twins.find((name) => name < own && !isPartOf(name, own) && isLike(name));
  const { digits, prefix } = number;
  return by === undefined ? undefined : { kind: 'taken', digits, by, next: nextNumber(folders, prefix) };
}

/** The numbers of the Markdown files in a folder. */
interface Numbering {
  readonly byNumber: ReadonlyMap<string, readonly string[]>;
  /** The names without a number. */
  readonly others: readonly string[];
  readonly isForeign: boolean;
}

const numberingOf = memoize((names: readonly string[]): Numbering => {
  const files = names.filter((name) => MARKDOWN.test(name) && !isIndexName(name));
  const byNumber = groupByNumber(files);
  const others = files.filter((name) => readFileNumber(name) === undefined);
  return { byNumber, others, isForeign: areForeign(byNumber) };
});

/** The names with each number; those without one are left out. */
function groupByNumber(names: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const number = readFileNumber(name);
    if (number === undefined) continue;
    const key = keyOf(number);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return groups;
}

/** The same for numbers that mean the same: those with the same word in front, and the same value. */
function keyOf({ prefix, digits }: FileNumber): string {
  return `${prefix.toLowerCase()}${Number(digits)}`;
}

/** True if numbers are those of years or families, which most files share, or of issues, which are given elsewhere. */
function areForeign(byNumber: Numbering['byNumber']): boolean {
  const counts = [...byNumber.values()].map((names) => names.length);
  const numbers = [...byNumber.values()].flatMap((names) => names.map((name) => numberOf(name) ?? 0));
  if (numbers.length <= 2) return false;
  return counts.filter((count) => count > 1).length * 2 > counts.length || areSparse(numbers);
}

/** True if one name is the other one with more at its end. */
function isPartOf(a: string, b: string): boolean {
  const [short = '', long = ''] = [stem(a), stem(b)].sort((x, y) => x.length - y.length);
  return long.startsWith(short);
}

function stem(name: string): string {
  return name.replace(MARKDOWN, '').toLowerCase();
}
