/** File names of new documents: `NNNN-title.md`, with the next free number. */

/** The number at the start of a file name; a date is not one. */
const NUMBERED = /^(?!\d{4}-\d{2}-\d{2})(\d{2,6})(?:-\d{1,2})?[-_. ]/;
/** In code points of at most four bytes in UTF-8, so that a name with number and extension is below 255 bytes. */
const MAX_SLUG = 60;
/** In code points. */
const MAX_NAME = 200;

/**
 * The file name for a new document. `taken` lists the names of the files in the folder. The number is their highest
 * plus one, padded to the same width, and the separator of words is the one that most of them use.
 */
export function newFileName(title: string, taken: readonly string[]): string {
  const numbers = taken.flatMap((name) => NUMBERED.exec(name)?.[1] ?? []);
  const width = numbers.length > 0 ? Math.max(...numbers.map((digits) => digits.length)) : 4;
  const next = Math.max(0, ...numbers.map(Number)) + 1;
  return `${String(next).padStart(width, '0')}-${slug(title, wordJoiner(taken))}.md`;
}

/** The number at the start of a file name; undefined if it has none. */
export function numberOf(name: string): number | undefined {
  const digits = NUMBERED.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The lower-case words of a title, joined by `joiner` and truncated. Letters and digits of any script stay. */
export function slug(title: string, joiner = '-'): string {
  const words = title
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
  let name = '';
  for (const word of words) {
    if (name !== '' && name.length + word.length >= MAX_SLUG) break;
    name += (name === '' ? '' : joiner) + word;
  }
  return cut(name, MAX_SLUG) || 'untitled';
}

/** The first `most` code points, without a last character that would lose its combining marks. */
function cut(text: string, most: number): string {
  const characters = [...text];
  let end = Math.min(most, characters.length);
  while (end > 0 && /\p{M}/u.test(characters[end] ?? '')) end--;
  return characters.slice(0, end).join('');
}

function wordJoiner(taken: readonly string[]): string {
  const rests = taken.filter((name) => NUMBERED.test(name)).map((name) => name.replace(NUMBERED, ''));
  const underscores = rests.filter((rest) => rest.includes('_')).length;
  const dashes = rests.filter((rest) => rest.includes('-')).length;
  return underscores > dashes ? '_' : '-';
}

/** The title on one line; undefined if it has no letter or digit, so that it gives no file name. */
export function oneLineTitle(given: string): string | undefined {
  const title = given.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(title) ? title : undefined;
}

/** A person's name on one line, truncated, so that it cannot add lines to a header; undefined if it is blank. */
export function oneLineName(given: string): string | undefined {
  return cut(given.replace(/[\s\p{Cc}]+/gu, ' ').trim(), MAX_NAME) || undefined;
}

/** True for a name that is already on one line and within the maximal length. */
export function isOneLineName(given: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(given.trim()) && [...given.trim()].length <= MAX_NAME;
}
