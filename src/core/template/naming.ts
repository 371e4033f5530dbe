/** File names of new documents: `NNNN-title.md`, with the next free number. */

const NUMBERED = /^(?!\d{4}-\d{2}-\d{2})(\d{2,6})(?:-\d{1,2})?[-_. ]/;
/** In characters, each at most four bytes of UTF-8: with number and ending, a name stays below 255 bytes. */
const MAX_SLUG = 60;
/** In characters. */
const MAX_NAME = 200;

/**
 * The file name for a new document. `taken` holds the names of the folder's files: the number is one more
 * than their highest, as wide as theirs, and words are joined as most of them join theirs.
 */
export function newFileName(title: string, taken: readonly string[]): string {
  const numbers = taken.flatMap((name) => NUMBERED.exec(name)?.[1] ?? []);
  const width = numbers.length > 0 ? Math.max(...numbers.map((digits) => digits.length)) : 4;
  const next = Math.max(0, ...numbers.map(Number)) + 1;
  return `${String(next).padStart(width, '0')}-${slug(title, wordJoiner(taken))}.md`;
}

/** Lower-case words of a title, joined; letters of any script stay, everything else separates. */
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

/** The first characters, without a last one that would lose its combining marks. */
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

/** A title as one line, or undefined if no file can be named after it. */
export function oneLineTitle(given: string): string | undefined {
  const title = given.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(title) ? title : undefined;
}

/** A person's name on one line and of bounded length, or undefined: it must not bring lines of its own into a header. */
export function oneLineName(given: string): string | undefined {
  return cut(given.replace(/[\s\p{Cc}]+/gu, ' ').trim(), MAX_NAME) || undefined;
}

/** True for a name that is one line of that length as it stands. */
export function isOneLineName(given: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(given.trim()) && [...given.trim()].length <= MAX_NAME;
}
