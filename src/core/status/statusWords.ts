/** Status words: the stage that the first words of a status mean. The words are data, in several languages. */

import { isSlip } from '../text/slips';
import { fromFirstLetterOrDigit, opensWithLetterOrDigit } from '../text/unicode';
import stages from '../vocabulary/stages.json';

/** A stage in the lifecycle of a document. A document without a status is `merged` once the default branch has it. */
export type Stage =
  | 'draft'
  | 'progress'
  | 'finished'
  | 'dead'
  | 'reference'
  | 'retrospective'
  | 'merged'
  | 'unknown';

/** The stages that a status can name. */
export type NamedStage = keyof typeof stages.en & Stage;

/** A team's own status words, by the stage that they mean. */
export type StatusWords = Readonly<Partial<Record<Stage, readonly string[]>>>;

/** A status word: `decided` is the end of a decision, but not of a plan that is still to be carried out. */
export interface StatusPhrase {
  readonly stage: NamedStage | 'decided';
  /** The word as the vocabulary writes it. */
  readonly text: string;
  /** The normalized word, in which statuses are compared. */
  readonly phrase: string;
  /** The word is misspelled in the status. */
  readonly slip?: boolean;
}

/** The stages that a status can name, in the order of the vocabulary. */
export const NAMED_STAGES: readonly NamedStage[] = [
  'finished',
  'dead',
  'reference',
  'progress',
  'draft',
  'retrospective',
];

/** Text that is not part of a status: struck-out text, comments, tags, and emoji codes. */
const UNREAD =
  /~~[^~]*~~|<(s|del|strike)>[^<]*<\/\1>|<!--[^>]{0,300}-->|<\/?[A-Za-z][^<>]*>|:[a-z0-9_+-]+:/gi;
/** A date before a state, as in a history of states. */
const DATE = /^\d{4}-\d{2}-\d{2}[ \t]*(?:[:–—-][ \t]*)?/;
/** The shortest word in which a slip is recognized. */
const LONG_WORD = 5;
const MAX_WORDS = 4;
/** The most characters that a state and the words behind it are looked for in. */
const LONGEST_STATE = 200;

/** The phrases by their first letter. */
let index: Map<string, readonly StatusPhrase[]> | undefined;

/** The first word of the vocabulary for a stage. */
export function usualWord(stage: NamedStage): string {
  return stages.en[stage].split(', ', 1)[0] ?? stage;
}

/** The stage of the phrase at the start of a status; undefined if it is neither in `own` nor in the vocabulary. */
export function stageOfWords(text: string, own: StatusWords = {}): Stage | undefined {
  return ownStage(text, own) ?? stageOfPhrase(phraseOf(text));
}

/** The stage of a phrase, without a template that says whether a decision is the end. */
export function stageOfPhrase(phrase: StatusPhrase | undefined): NamedStage | undefined {
  return phrase?.stage === 'decided' ? 'progress' : phrase?.stage;
}

/** The stage of a status by the team's own words; undefined if it has none of them. */
export function ownStage(text: string, own: StatusWords): Stage | undefined {
  const words = plainWords(text);
  return NAMED_STAGES.find((stage) => own[stage]?.some((phrase) => opensWith(words, plainWords(phrase))));
}

/** The phrase of the vocabulary at the start of a status, or one from which it differs by a slip. */
export function phraseOf(text: string): StatusPhrase | undefined {
  const words = plainWords(text);
  const alike = phrasesLike(words);
  const exact = alike.find(({ phrase }) => opensWith(words, phrase));
  if (exact) return exact;
  const opening = /^[\p{L}\p{M}]+(?:[ -][\p{L}\p{M}]+){0,3}/u.exec(words)?.[0].split(' ') ?? [];
  for (let count = Math.min(opening.length, MAX_WORDS); count > 0; count--) {
    const given = opening.slice(0, count).join(' ');
    if (given.length < LONG_WORD) break;
    const meant = alike.find(({ phrase }) => isLike(given, phrase));
    if (meant) return { ...meant, slip: letters(given) !== letters(meant.phrase) };
  }
  return undefined;
}

/**
 * True if both differ by a slip or in separators. Words of few letters are too much alike to tell, and "supersedes" is
 * another form of the verb.
 */
function isLike(given: string, phrase: string): boolean {
  if (given.endsWith('s') && given.slice(0, -1) === phrase.slice(0, -1)) return false;
  return phrase.length >= LONG_WORD && Math.abs(phrase.length - given.length) <= 1 && isSlip(given, phrase);
}

function letters(text: string): string {
  return text.replace(/[ _-]/g, '');
}

/** True if a status starts with a value, such as one that a template lists. */
export function opensWithValue(text: string, value: string): boolean {
  const phrase = plainWords(value);
  return phrase !== '' && opensWith(plainWords(text), phrase);
}

/** True if nothing is left of a status once struck-out text, comments and punctuation are dropped. */
export function isBlankStatus(text: string): boolean {
  return plainWords(text) === '';
}

/** The status in lower case, without ignored text, emphasis, quotes, and anything before the first letter or digit. */
export function plainWords(text: string): string {
  const words = fromFirstLetterOrDigit(
    readText(text)
      .toLowerCase()
      .replace(/[*_`"'“”’]/g, ''),
  );
  return withoutAccents(words.replace(DATE, ''));
}

/** The text without accents: a status is often typed without them. */
function withoutAccents(text: string): string {
  return /^[\0-\x7F]*$/.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u036F]/g, '')
        .normalize('NFC');
}

/** The text with ignored text replaced by as many blanks, so that offsets stay. */
function readText(text: string): string {
  return /[~<:]/.test(text) ? text.replace(UNREAD, (hidden) => ' '.repeat(hidden.length)) : text;
}

function opensWith(words: string, phrase: string): boolean {
  if (!words.startsWith(phrase)) return false;
  const rest = words.slice(phrase.length);
  return !rest.startsWith('-') && !opensWithLetterOrDigit(rest);
}

/**
 * The phrases with the same first letter, longest first: "implementation in progress" comes before "implemented". They
 * are normalized letter by letter, because a document needs few of them.
 */
function phrasesLike(words: string): readonly StatusPhrase[] {
  const letter = words.charAt(0);
  index ??= new Map();
  const known = index.get(letter) ?? phrasesWith(letter);
  index.set(letter, known);
  return known;
}

function phrasesWith(letter: string): StatusPhrase[] {
  const found: StatusPhrase[] = [];
  for (const language of Object.values(stages)) {
    for (const stage of [...NAMED_STAGES, 'decided'] as const) {
      for (const text of language[stage].split(', ')) {
        if (withoutAccents(text.charAt(0)) !== letter) continue;
        found.push({ stage, text, phrase: withoutAccents(text.replace(/'/g, '')) });
      }
    }
  }
  return found.sort((a, b) => b.phrase.length - a.phrase.length);
}

/**
 * The offsets of the state in the source of a status: a known phrase at its start, else the first word. The whole
 * source if the status is blank.
 */
export function stateWords(source: string): { readonly start: number; readonly end: number } {
  if (isBlankStatus(source)) return { start: 0, end: source.length };
  const text = readText(source);
  const start = Math.max(0, text.search(/[\p{L}\p{N}]/u));
  const words =
    text.slice(start, start + LONGEST_STATE).match(/^[\p{L}\p{M}\p{N}'’-]*|[ \t]+[\p{L}\p{M}\p{N}'’-]+/gu) ??
    [];
  const known = phraseOf(text.slice(start))?.phrase;
  let length = words[0]?.length ?? 0;
  for (let count = 1; known !== undefined && count <= MAX_WORDS; count++) {
    const opening = words.slice(0, count).join('');
    if (phraseOf(opening)?.phrase !== known) continue;
    length = opening.length;
    break;
  }
  return { start, end: start + length };
}
