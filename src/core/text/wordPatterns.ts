/** Searches text for words of the vocabulary. */

import { isPlain } from './unicode';

/** Words of a vocabulary: whole words, and stems that may stand anywhere in a word, both separated by `, `. */
export interface Words {
  readonly words: string;
  readonly stems: string;
}

/** Returns the offset of the first of the words in a text, -1 if it has none. Upper and lower case are the same. */
export type WordFinder = (text: string) => number;

/** A finder for words. A word with blanks may be broken over lines; a stem that ends with `$` stands at the end of a word. */
export function wordFinder({ words, stems }: Words): WordFinder {
  const whole = words.split(', ').filter((word) => word !== '');
  const parts = stems.split(', ').filter((stem) => stem !== '');
  const source = (known: readonly string[], letter: string): string => {
    const alternatives = known.map((word) => word.replaceAll(' ', String.raw`[ \t\n]+`));
    const endings = parts.map((stem) => stem.replace(/\$$/, `(?!${letter})`));
    return [`(?<!${letter})(?:${alternatives.join('|')})(?!${letter})`, ...endings].join('|');
  };
  // A pattern for ASCII text, and one for all scripts, which is slow to compile.
  const patterns: { ascii?: RegExp; all?: RegExp } = {};
  return (text) => {
    if (isPlain(text)) {
      patterns.ascii ??= new RegExp(source(whole.filter(isPlain), '[A-Za-z0-9]'), 'i');
      return text.search(patterns.ascii);
    }
    patterns.all ??= new RegExp(source(whole, String.raw`[\p{L}\p{N}]`), 'iu');
    return text.search(patterns.all);
  };
}
