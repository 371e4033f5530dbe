/**
 * Comparison of section names. It ignores case, plural, "and" and `&`, punctuation, emphasis, full-width forms, tags,
 * link targets, anchors, a leading number, and a tail in parentheses or after a colon.
 */

import vocabulary from '../vocabulary/vocabulary.json';
import { isPlain } from './unicode';

const ANCHOR = /[ \t]*\{#[^{}]*\}[ \t]*$/;
const TAIL = /[([:（［：]|[–—-][ \t]/;
const BEFORE_TAIL = /^(.*?)[ \t]*(?:[([（［：]|:[ \t]|[ \t][–—-][ \t])/;
/** "1.", "2.1", "§ 3", "(4)", "A.", "A.1", "IV.", "５．", "二、" */
const NUMBER =
  /^(?:§[ \t]*|[([（])?(?:(?:\d+(?:\.\d+)*|[A-Z](?:\.\d+)+)[.)\]]?|(?:[A-Z]|[IVX]{1,5})[.)]|[\d０-９一二三四五六七八九十]{1,3}(?:[)）．、][ \t]*))(?:[ \t]+|(?<=[)）．、]))/;
const COMMENT = /<!--(?:(?!<!--|-->).)*-->/g;
const TAG = /<\/?[A-Za-z][^<>]{0,200}>/g;
const IMAGE = /!\[[^[\]]{0,100}\]\([^()]{0,200}\)/g;
const TARGET = /\]\([^()]{0,200}\)/g;
const ENTITY = /&[a-z]{2,8};/gi;
/** What separates the parts of a name: "Goals, Risks and Testing", "Design: Testing". */
const SEPARATOR = new RegExp(
  String.raw`[,;&+/|:()[\]（）［］：、・]|[ \t][–—-]+>?[ \t]|(?<=[ \t])(?:${vocabulary.names.and.join('|')})(?=[ \t])`,
  'i',
);
/** The words for "and" between the words of a name. */
const AND: ReadonlySet<string> = new Set(vocabulary.names.and);
/** Characters of scripts that do not separate words. */
const UNSPACED = /[\u3040-\u30FF\u3400-\u9FFF]/;
const OR = String.raw`[/／]|(?<=[ \t])(?:${vocabulary.names.or.join('|')})(?=[ \t])`;
const OFFERS = new RegExp(OR, 'i');
const OFFER = new RegExp(`,|${OR}`, 'i');
/** The full-width forms of ASCII characters, which East Asian input methods write. */
const WIDE = /[\uFF01-\uFF5E]/g;
const WIDE_OFFSET = 0xfee0;
/** The minimum number of characters of an alternative: "I/O" and "CI/CD" are one name. */
const SHORTEST_ALTERNATIVE = 3;

/** The text of a heading without its explicit anchor (`{#Id}`). */
export function withoutAnchor(text: string): string {
  return text.includes('{#') ? text.replace(ANCHOR, '') : text;
}

/** The words of a name in lower case, without "and". */
export function nameWords(text: string): string[] {
  const lower = renderedName(text).toLowerCase();
  if (isPlain(lower)) return withoutAnd(asciiWords(lower));
  const words =
    lower
      .replace(WIDE, narrow)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  // An accent tells words apart: "é" is no "and".
  return withoutAnd(words).map(withoutAccents);
}

function withoutAnd(words: string[]): string[] {
  return words.some(isAnd) ? words.filter((word, at) => !isAnd(word, at, words)) : words;
}

/** A word without the accents of Latin letters, which are often left out; in other scripts they make other letters. */
function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}

/** True for a word for "and" between others: "Y axis" and "Option E" keep their letters. */
function isAnd(word: string, at: number, words: readonly string[]): boolean {
  return at > 0 && at < words.length - 1 && AND.has(word);
}

function narrow(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET);
}

/** A name as it is rendered, without its number and anchor; emphasis stays, because it has no words. */
function renderedName(text: string): string {
  let name = withoutAnchor(text);
  if (NUMBER.test(name)) name = name.replace(NUMBER, '');
  if (name.includes('<')) name = name.replace(COMMENT, ' ').replace(TAG, ' ');
  if (name.includes('](')) name = name.replace(IMAGE, ' ').replace(TARGET, ']');
  return name.includes('&') ? name.replace(ENTITY, ' ') : name;
}

/** A name with what is not rendered as words (tags, link targets, images, entities, the anchor) as blanks, in its length. */
export function blankedName(text: string): string {
  return [ANCHOR, COMMENT, TAG, IMAGE, TARGET, ENTITY].reduce(
    (blanked, hidden) => blanked.replace(hidden, (found) => ' '.repeat(found.length)),
    text,
  );
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

/** The words of a name, each in the form that its singular and its plural share; of Chinese and Japanese, the characters. */
function stems(text: string): string[] {
  return nameWords(text).flatMap((word) => (UNSPACED.test(word) ? [...word] : stem(word)));
}

/** Cuts the ending of an English plural: "goals", "stories" and "approaches" become "goal", "story" and "approach". */
function stem(word: string): string {
  if (word.length < 4 || !(word.endsWith('s') || word.endsWith('e'))) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  const single = /(?:[^s]s)$/.test(word) && !/(?:us|sis)$/.test(word) ? word.slice(0, -1) : word;
  return /(?:ch|sh|ss|x|z)e$/.test(single) ? single.slice(0, -1) : single;
}

/** The normalized form of a name: its words without separators. Names that mean the same have the same key. */
export function nameKey(text: string): string {
  return stems(text).join('');
}

/** The part of a name before a parenthesis, a colon or a spaced dash; the whole name if that part has no words. */
export function withoutTail(text: string): string {
  const head = TAIL.test(text) ? BEFORE_TAIL.exec(withoutAnchor(text))?.[1] : undefined;
  return head !== undefined && nameKey(head) !== '' ? head : text;
}

/** A parsed name, so that many comparisons parse it once. */
export interface Name {
  readonly text: string;
  readonly key: string;
  /** The key of the name without its tail. */
  readonly head: string;
  /** Its words; singular and plural are the same word. In scripts that do not separate words, the characters. */
  readonly words: readonly string[];
}

/** Parses a name for comparison. */
export function readName(text: string): Name {
  const words = stems(text);
  const key = words.join('');
  const head = withoutTail(text);
  return { text, key, head: head === text ? key : nameKey(head), words };
}

/** True if both names are equal, or are equal once the tail of one is dropped. */
export function sameName(a: Name, b: Name): boolean {
  return a.key === b.key || a.head === b.key || a.key === b.head;
}

/** The names that a name offers for choice: "Non-Goals" and "Future Work" of "Non-Goals / Future Work". */
export function alternatives({ text }: Name): Name[] {
  const head = renderedName(withoutTail(text));
  if (!OFFERS.test(head)) return [];
  const offered = head.split(OFFER).map((one) => one.trim());
  return offered.some((one) => one.length < SHORTEST_ALTERNATIVE) ? [] : offered.map(readName);
}

/**
 * True if `heading` is a compound of `name`: all words of the name start or end it or one of its parts ("Executive
 * Summary", "Goals and Metrics"), and no word before them turns it around ("Out of scope for testing"). In the middle
 * they qualify another word ("Social Security Numbers"). Of a name that is a list, the first part at the start of the
 * heading is enough ("Testing Strategy" for "Testing and Validation"), and so is the start of a name as the whole
 * heading ("Implementation" for "Implementation Plan").
 */
export function compoundName(heading: Name, name: Name): boolean {
  const { words } = name;
  if (words.length === 0 || (words.length === 1 && UNSPACED.test(name.key))) return false;
  if (words[0] === heading.words[0] && (opensWithPart(heading, name) || isShortened(heading, name)))
    return true;
  const isAt = (_: string, at: number): boolean =>
    startsWith(heading.words, words, at) && !isTurned(heading.words.slice(0, at));
  if (!heading.words.some(isAt)) return false;
  const parts = [heading.words, ...heading.text.split(SEPARATOR).map(stems)];
  return parts.some(
    (part) => startsWith(part, words, 0) || startsWith(part, words, part.length - words.length),
  );
}

function opensWithPart(heading: Name, { text, words }: Name): boolean {
  const first = stems(text.split(SEPARATOR, 1)[0] ?? '');
  return first.length > 0 && first.length < words.length && startsWith(heading.words, first, 0);
}

/** The minimum number of characters of a shortened name: shorter ones say too little. */
const SHORTEST_NAME = 5;

/** True if a heading is the start of a name. Plurals count here: "References" is not short for "Reference Design". */
function isShortened(heading: Name, name: Name): boolean {
  const words = nameWords(heading.text);
  return words.join('').length >= SHORTEST_NAME && startsWith(nameWords(name.text), words, 0);
}

function startsWith(words: readonly string[], wanted: readonly string[], at: number): boolean {
  return at >= 0 && wanted.every((word, index) => words[at + index] === word);
}

/** True if the words before a name say that it is not about that. */
function isTurned(before: readonly string[]): boolean {
  const text = ` ${before.join(' ')} `;
  return (
    vocabulary.names.prefixes.some((prefix) => text.endsWith(` ${prefix} `)) ||
    vocabulary.names.turning.some((words) => text.includes(` ${words} `))
  );
}

/** The offsets of the name in a heading's text, without a leading number, a tail and an anchor. */
export function nameSpan(text: string): { readonly start: number; readonly end: number } {
  const start = NUMBER.exec(text)?.[0].length ?? 0;
  return { start, end: Math.max(start, withoutTail(withoutAnchor(text)).trimEnd().length) };
}
