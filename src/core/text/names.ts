/**
 * Comparison of section names. It ignores case, "and" and `&`, punctuation, emphasis, anchors, a leading number, and a
 * tail in parentheses or after a colon.
 */

import { isPlain } from './unicode';

const ANCHOR = /[ \t]*\{#[^{}]*\}[ \t]*$/;
const TAIL = /[([:]|[–—-][ \t]/;
const BEFORE_TAIL = /^(.*?)[ \t]*(?:[([]|:[ \t]|[ \t][–—-][ \t])/;
const NUMBER = /^(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])[ \t]+/;

/** The text of a heading without its explicit anchor (`{#Id}`). */
export function withoutAnchor(text: string): string {
  return text.includes('{#') ? text.replace(ANCHOR, '') : text;
}

/** The words of a name in lower case, without "and". */
export function nameWords(text: string): string[] {
  let name = withoutAnchor(text);
  if (NUMBER.test(name)) name = name.replace(NUMBER, '');
  if (name.includes('<!--')) name = name.replace(/<!--(?:(?!<!--|-->).)*-->/g, ' ');
  const lower = name.toLowerCase();
  const words = isPlain(lower) ? asciiWords(lower) : (lower.match(/[\p{L}\p{N}]+/gu) ?? []);
  return words.includes('and') ? words.filter((word) => word !== 'and') : words;
}

/** Runs of ASCII letters and digits. It runs on every heading, and allocates less than a regular expression does. */
function asciiWords(lower: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < lower.length; at++) {
    const char = lower.charCodeAt(at);
    const inWord = (char >= 97 && char <= 122) || (char >= 48 && char <= 57);
    if (inWord && start < 0) start = at;
    else if (!inWord && start >= 0) {
      words.push(lower.slice(start, at));
      start = -1;
    }
  }
  if (start >= 0) words.push(lower.slice(start));
  return words;
}

/** The normalized form of a name: its words without separators. Names that mean the same have the same key. */
export function nameKey(text: string): string {
  return nameWords(text).join('');
}

/** The part of a name before a parenthesis, a colon or a spaced dash; the whole name if that part has no words. */
export function withoutTail(text: string): string {
  const head = TAIL.test(text) ? BEFORE_TAIL.exec(withoutAnchor(text))?.[1] : undefined;
  return head !== undefined && nameKey(head) !== '' ? head : text;
}

/** A parsed name, so that many comparisons parse it once. */
export interface Name {
  readonly key: string;
  /** The key of the name without its tail. */
  readonly head: string;
  readonly words: readonly string[];
}

/** Parses a name for comparison. */
export function readName(text: string): Name {
  const words = nameWords(text);
  const key = words.join('');
  const head = withoutTail(text);
  return { key, head: head === text ? key : nameKey(head), words };
}

/** True if both names are equal, or are equal once the tail of one is dropped. */
export function sameName(a: Name, b: Name): boolean {
  return a.key === b.key || a.head === b.key || a.key === b.head;
}

/**
 * True if `heading` is a compound of `name`: it contains all words of the name in a row, or the name has several words
 * and the heading starts with the first of them ("Testing Strategy" for "Testing and Validation").
 */
export function compoundName(heading: Name, name: Name): boolean {
  const [first] = name.words;
  if (first === undefined) return false;
  const contained = heading.words.some((_, at) =>
    name.words.every((word, index) => heading.words[at + index] === word),
  );
  return contained || (name.words.length > 1 && heading.words[0] === first && first.length > 4);
}

/** The offsets of the name in a heading's text, without a leading number, a tail and an anchor. */
export function nameSpan(text: string): { readonly start: number; readonly end: number } {
  const start = NUMBER.exec(text)?.[0].length ?? 0;
  return { start, end: Math.max(start, withoutTail(withoutAnchor(text)).trimEnd().length) };
}
