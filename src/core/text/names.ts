/**
 * Section names, compared by what they say: case, `&`/and, slashes, dashes, emphasis, anchors, a number in
 * front and a tail in parentheses or after a colon do not matter.
 */

import { isPlain } from './unicode';

const ANCHOR = /[ \t]*\{#[^{}]*\}[ \t]*$/;
const TAIL = /[([:]|[–—-][ \t]/;
const BEFORE_TAIL = /^(.*?)[ \t]*(?:[([]|:[ \t]|[ \t][–—-][ \t])/;
const NUMBER = /^(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])[ \t]+/;

/** Takes an explicit anchor (`{#Id}`) off a heading's text. */
export function withoutAnchor(text: string): string {
  return text.includes('{#') ? text.replace(ANCHOR, '') : text;
}

/** The words of a name in lower case, "and" left out. */
export function nameWords(text: string): string[] {
  let name = withoutAnchor(text);
  if (NUMBER.test(name)) name = name.replace(NUMBER, '');
  if (name.includes('<!--')) name = name.replace(/<!--(?:(?!<!--|-->).)*-->/g, ' ');
  const lower = name.toLowerCase();
  const words = isPlain(lower) ? asciiWords(lower) : (lower.match(/[\p{L}\p{N}]+/gu) ?? []);
  return words.includes('and') ? words.filter((word) => word !== 'and') : words;
}

/** Runs of letters and digits. Every heading is read so: a search for a pattern makes more than its words. */
function asciiWords(lower: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < lower.length; at++) {
    const sign = lower.charCodeAt(at);
    const inWord = (sign >= 97 && sign <= 122) || (sign >= 48 && sign <= 57);
    if (inWord && start < 0) start = at;
    else if (!inWord && start >= 0) {
      words.push(lower.slice(start, at));
      start = -1;
    }
  }
  if (start >= 0) words.push(lower.slice(start));
  return words;
}

/** The key under which equal names are equal. */
export function nameKey(text: string): string {
  return nameWords(text).join('');
}

/** The name without a tail: what stands before a parenthesis, a colon or a spaced dash. */
export function withoutTail(text: string): string {
  const head = TAIL.test(text) ? BEFORE_TAIL.exec(withoutAnchor(text))?.[1] : undefined;
  return head !== undefined && nameKey(head) !== '' ? head : text;
}

/** A name made ready for comparing, so that many comparisons read it once. */
export interface Name {
  readonly key: string;
  /** The key without the tail. */
  readonly head: string;
  readonly words: readonly string[];
}

/** Makes a name ready for comparing. */
export function readName(text: string): Name {
  const words = nameWords(text);
  const key = words.join('');
  const head = withoutTail(text);
  return { key, head: head === text ? key : nameKey(head), words };
}

/** True if both say the same, or one does without its tail. */
export function sameName(a: Name, b: Name): boolean {
  return a.key === b.key || a.head === b.key || a.key === b.head;
}

/**
 * True if `heading` is a compound with `name`: it contains all of its words in a row, or opens with its
 * first word where the name has several ("Testing Strategy" for "Testing and Validation").
 */
export function compoundName(heading: Name, name: Name): boolean {
  const [first] = name.words;
  if (first === undefined) return false;
  const contained = heading.words.some((_, at) =>
    name.words.every((word, index) => heading.words[at + index] === word),
  );
  return contained || (name.words.length > 1 && heading.words[0] === first && first.length > 4);
}

/** Where the name itself stands in a heading's text: without a number in front, a tail and an anchor. */
export function nameSpan(text: string): { readonly start: number; readonly end: number } {
  const start = NUMBER.exec(text)?.[0].length ?? 0;
  return { start, end: Math.max(start, withoutTail(withoutAnchor(text)).trimEnd().length) };
}
