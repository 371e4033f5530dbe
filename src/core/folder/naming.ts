/** Titles, names of persons and names of files, made of what a person types. */

/** In code points of at most four bytes in UTF-8, so that a name with number and extension is below 255 bytes. */
const MAX_SLUG = 60;
/** In code points. */
const MAX_NAME = 200;

/** The words of a title, joined by `joiner` and truncated, in lower case or as they are. Letters and digits of any script stay. */
export function slug(title: string, joiner = '-', keepsCase = false): string {
  const words = (keepsCase ? title : title.toLowerCase())
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
