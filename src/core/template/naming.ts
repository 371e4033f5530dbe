/** File names of new documents: `NNNN-title.md`, with the next free number. */

const NUMBERED = /^(?!\d{4}-\d{2}-\d{2})(\d{2,6})(?:-\d{1,2})?[-_. ]/;
const MAX_SLUG = 60;

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
  return [...name].slice(0, MAX_SLUG).join('') || 'untitled';
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
