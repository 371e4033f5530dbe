/**
 * Section names, compared by what they say: case, `&`/and, slashes, dashes, emphasis, anchors, a number in
 * front and a tail in parentheses or after a colon do not matter.
 */

const ANCHOR = /[ \t]*\{#[^{}]*\}[ \t]*$/;
const NUMBER = /^(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])[ \t]+/;

/** Takes an explicit anchor (`{#Id}`) off a heading's text. */
export function withoutAnchor(text: string): string {
  return text.replace(ANCHOR, '');
}

/** The words of a name in lower case, "and" left out. */
export function nameWords(text: string): string[] {
  return withoutAnchor(text)
    .replace(NUMBER, '')
    .replace(/<!--.*?-->/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'and');
}

/** The key under which equal names are equal. */
export function nameKey(text: string): string {
  return nameWords(text).join('');
}

/** The name without a tail: what stands before a parenthesis, a colon or a spaced dash. */
export function withoutTail(text: string): string {
  const head = /^(.*?)[ \t]*(?:[([]|:[ \t]|[ \t][–—-][ \t])/.exec(withoutAnchor(text))?.[1];
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
  return { key: words.join(''), head: nameKey(withoutTail(text)), words };
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
