/** Truncation of text. */

const ELLIPSIS = '…';

/**
 * Truncates a text to `limit` code points, the ellipsis included. It cuts at the end of a word unless that would drop
 * half of the text or more.
 */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const cut = characters.slice(0, limit - 1).join('');
  const word = cut.replace(/\s+\S*$/, '');
  return (word.length * 2 > cut.length ? word : cut).trimEnd() + ELLIPSIS;
}
