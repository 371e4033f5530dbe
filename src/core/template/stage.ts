/**
 * The stage of a document, from the first words of its status. Lifecycle, not spelling, decides what is
 * noise; the words are data.
 */

import type { Document } from '../document/document';
import type { Field } from '../document/fields';
import { fieldKey, findField } from '../document/fields';
import { unreadField } from '../document/unreadFields';
import { fromFirstLetterOrDigit, opensWithLetterOrDigit } from '../text/unicode';
import vocabulary from '../vocabulary/vocabulary.json';
import type { Selection } from './select';
import type { Template } from './template';
import { allowedValues } from './templateFields';

export type Stage = 'draft' | 'progress' | 'finished' | 'dead' | 'reference' | 'retrospective' | 'unknown';

/** A team's own status words, by the stage they stand for. */
export type StatusWords = Readonly<Partial<Record<Stage, readonly string[]>>>;

/** A word for a stage. */
export interface StatusPhrase {
  readonly stage: Stage;
  readonly phrase: string;
}

const STAGES = Object.keys(vocabulary.stages) as (keyof typeof vocabulary.stages)[];
let phrases: readonly StatusPhrase[] | undefined;

/** What people do not read as the status: struck-out text, comments, tags, and the codes of emoji. */
const UNREAD =
  /~~[^~]*~~|<(s|del|strike)>[^<]*<\/\1>|<!--[^>]{0,300}-->|<\/?[A-Za-z][^<>]*>|:[a-z0-9_+-]+:/gi;

/**
 * The status field of a document, under any of the names that teams give it. In a shape that is not read otherwise it
 * counts where its words are known.
 */
export function statusField(document: Document): Field | undefined {
  const names = vocabulary.fields.status;
  const own = findField(document.fields, names) ?? document.fields.find(isKindOfStatus);
  if (own && own.value !== '') return own;
  const other = unreadField(document, names);
  return other && stageOfWords(other.value) ? other : own;
}

/** "RFC Status", "Current status". */
function isKindOfStatus({ name }: Field): boolean {
  const [status = ''] = vocabulary.fields.status;
  return name.includes(' ') && fieldKey(name).endsWith(fieldKey(status));
}

/** True if a status says something: not struck out, and not a list of all values of which none was chosen. */
function saysStatus(value: string): boolean {
  return plainWords(value) !== '' && !isUnchosen(value);
}

/** True for a list of values such as "Draft | Accepted | Rejected"; two with a slash may both be meant. */
function isUnchosen(value: string): boolean {
  const known = allowedValues(value).filter((word) => stageOfWords(word) !== undefined);
  return known.length > 2 || (known.length === 2 && value.includes('|'));
}

/**
 * The stage of a document. Without a status it is a draft: nobody has called it anything else. But where its
 * template asks for a status and it is bound by mere likeness of headings, nothing is known.
 */
export function stageOf(document: Document, { template, named }: Selection, own: StatusWords = {}): Stage {
  const type = findField(document.fields, vocabulary.fields.type);
  if (type && stageOfWords(type.value) === 'retrospective') return 'retrospective';
  const status = statusField(document);
  if (!status || !saysStatus(status.value)) {
    const asked = template.fields.some((field) => field.role === 'status' && field.demanded);
    return named || !asked ? 'draft' : 'unknown';
  }
  const words = plainWords(status.value);
  if (vocabulary.elsewhere.some((phrase) => startsWithin(words, phrase))) return 'reference';
  return (
    stageFromValues(words, template) ??
    stageOfWords(status.value, own) ??
    stageByPlace(words, template) ??
    'unknown'
  );
}

/** The stage that a status text opens with, or undefined if its words are not in the vocabulary. */
export function stageOfWords(text: string, own: StatusWords = {}): Stage | undefined {
  const words = plainWords(text);
  const team = STAGES.find((stage) => own[stage]?.some((phrase) => opensWith(words, plainWords(phrase))));
  return team ?? statusPhrases().find(({ phrase }) => opensWith(words, phrase))?.stage;
}

/** Lower case, without what is not read as the status, emphasis, quotes, emoji or a leading mark. */
function plainWords(text: string): string {
  return fromFirstLetterOrDigit(
    readText(text)
      .toLowerCase()
      .replace(/[*_`"'“”]/g, ''),
  );
}

/** The text with blanks in the place of what is not read as the status. */
function readText(text: string): string {
  return /[~<:]/.test(text) ? text.replace(UNREAD, (hidden) => ' '.repeat(hidden.length)) : text;
}

function opensWith(words: string, phrase: string): boolean {
  if (!words.startsWith(phrase)) return false;
  const rest = words.slice(phrase.length);
  return !rest.startsWith('-') && !opensWithLetterOrDigit(rest);
}

/** A status that hands the rest to another document, in its first two sentences, is not in flight. */
function startsWithin(words: string, phrase: string): boolean {
  const sentence = words.split(/[.!?](?:\s|$)/, 2).join('. ');
  return sentence.includes(`${phrase} `) && /\brather than here\b|\binstead of here\b/.test(sentence);
}

/** Where the template lists the values, the last of them is the end: "Accepted" there is finished. */
function stageFromValues(words: string, template: Template): Stage | undefined {
  const values = template.fields.find((field) => field.role === 'status')?.values ?? [];
  const at = values.findIndex((value) => opensWith(words, plainWords(value)));
  const own = stageOfWords(words);
  if (at < 0 || own !== 'progress') return undefined;
  const later = values.slice(at + 1).map((value) => stageOfWords(value));
  return later.some((stage) => stage === 'finished' || stage === 'progress') ? undefined : 'finished';
}

/** A word that only the template knows: the first of its values is a draft, the last of them an end. */
function stageByPlace(words: string, template: Template): Stage | undefined {
  const values = template.fields.find((field) => field.role === 'status')?.values ?? [];
  const at = values.findIndex((value) => opensWith(words, plainWords(value)));
  if (at < 0) return undefined;
  return at === 0 ? 'draft' : at === values.length - 1 ? 'finished' : 'progress';
}

/** The word for a stage: the template's own if it lists one, else the first of the vocabulary. */
export function statusWord(template: Template, stage: 'draft' | 'progress' | 'finished'): string {
  const values = template.fields.find((field) => field.role === 'status')?.values ?? [];
  const word = values.find((value) => stageOfWords(value) === stage) ?? vocabulary.stages[stage][0] ?? stage;
  return word.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/**
 * Every word the vocabulary knows, with its stage. Longer ones come first: "implementation in progress" before
 * "implemented".
 */
export function statusPhrases(): readonly StatusPhrase[] {
  phrases ??= STAGES.flatMap((stage) => vocabulary.stages[stage].map((phrase) => ({ stage, phrase }))).sort(
    (a, b) => b.phrase.length - a.phrase.length,
  );
  return phrases;
}

/**
 * Where the words that name the state stand in the source of a status: a known phrase at its start, else the first word;
 * all of it where no value was chosen.
 */
export function stateWords(source: string): { readonly start: number; readonly end: number } {
  if (!saysStatus(source)) return { start: 0, end: source.length };
  const text = readText(source);
  const start = Math.max(0, text.search(/[\p{L}\p{N}]/u));
  const rest = text.slice(start).toLowerCase();
  const known = statusPhrases().find(({ phrase }) => opensWith(rest, phrase))?.phrase;
  const length = known?.length ?? /^[\p{L}\p{N}-]*/u.exec(rest)?.[0].length ?? 0;
  return { start, end: start + length };
}
