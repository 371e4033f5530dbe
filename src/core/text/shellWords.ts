/** Splits a command line into words, as far as every shell agrees on it. */

const WORD = /(?:[\w./@%+:=,-]|'[^']*'|"[^"$`\\]*")+/y;
const QUOTED = /'([^']*)'|"([^"]*)"/g;

/**
 * The words of a command line, without their quotes. Undefined if it has syntax that a shell interprets, such as
 * operators, variables and globs.
 */
export function shellWords(line: string): string[] | undefined {
  const words: string[] = [];
  for (let at = 0; at < line.length; at++) {
    if (line[at] === ' ') continue;
    WORD.lastIndex = at;
    const word = WORD.exec(line)?.[0];
    if (word === undefined || !/^ ?$/.test(line.charAt(at + word.length))) return undefined;
    words.push(word.replace(QUOTED, (_, single?: string, double?: string) => single ?? double ?? ''));
    at += word.length;
  }
  return words;
}
