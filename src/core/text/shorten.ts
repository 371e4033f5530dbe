/** Text cut to fit a place that is narrow. */

const ELLIPSIS = '…';

/** The text, cut at the end of a word if it is longer than the limit; no character is cut in two. */
export function shorten(text: string, limit: number): string {
  const signs = [...text];
  if (signs.length <= limit) return text;
  const cut = signs.slice(0, limit - 1).join('');
  const word = cut.replace(/\s+\S*$/, '');
  return (word.length * 2 > cut.length ? word : cut).trimEnd() + ELLIPSIS;
}
