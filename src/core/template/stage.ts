/**
 * The stage of a document, from the first words of its status. The words are data in the vocabulary. The stage decides
 * which findings are useful for the document.
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

/** A stage in the lifecycle of a document. */
export type Stage = 'draft' | 'progress' | 'finished' | 'dead' | 'reference' | 'retrospective' | 'unknown';

/** A team's own status words, by the stage that they mean. */
export type StatusWords = Readonly<Partial<Record<Stage, readonly string[]>>>;

/** A word or phrase for a stage. */
export interface StatusPhrase {
  readonly stage: Stage;
  readonly phrase: string;
}

const STAGES = Object.keys(vocabulary.stages) as (keyof typeof vocabulary.stages)[];
let phrases: readonly StatusPhrase[] | undefined;

/** Text that is not part of a status: struck-out text, comments, tags, and emoji codes. */
const UNREAD =
  /~~[^~]*~~|<(s|del|strike)>[^<]*<\/\1>|<!--[^>]{0,300}-->|<\/?[A-Za-z][^<>]*>|:[a-z0-9_+-]+:/gi;

/**
 * The status field of a document, by any of its names in the vocabulary. A field in an unsupported notation counts only
 * if its value is a known status.
 */
export function statusField(document: Document): Field | undefined {
  const names = vocabulary.fields.status;
  const own = findField(document.fields, names) ?? document.fields.find(isKindOfStatus);
  if (own && own.value !== '') return own;
  const other = unreadField(document, names);
  return other && stageOfWords(other.value) ? other : own;
}

/** True for a name such as "RFC Status" or "Current status". */
function isKindOfStatus({ name }: Field): boolean {
  const [status = ''] = vocabulary.fields.status;
  return name.includes(' ') && fieldKey(name).endsWith(fieldKey(status));
}

/** True if a status has a value that is not struck out and not the template's list of values to choose from. */
function hasStatus(value: string): boolean {
  return plainWords(value) !== '' && !isUnchosen(value);
}

/** True for a list to choose from such as "Draft | Accepted | Rejected"; two values with a slash may both apply. */
function isUnchosen(value: string): boolean {
  const known = allowedValues(value).filter((word) => stageOfWords(word) !== undefined);
  return known.length > 2 || (known.length === 2 && value.includes('|'));
}

/**
 * The stage of a document. `own` are the team's status words. A document without a status is a draft. It is `unknown`
 * if its template demands a status, but was selected only by similar headings.
 */
export function stageOf(document: Document, { template, named }: Selection, own: StatusWords = {}): Stage {
  const type = findField(document.fields, vocabulary.fields.type);
  if (type && stageOfWords(type.value) === 'retrospective') return 'retrospective';
  const status = statusField(document);
  if (!status || !hasStatus(status.value)) {
    const demanded = template.fields.some((field) => field.role === 'status' && field.demanded);
    return named || !demanded ? 'draft' : 'unknown';
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

/** The stage of the phrase at the start of a status; undefined if it is neither in `own` nor in the vocabulary. */
export function stageOfWords(text: string, own: StatusWords = {}): Stage | undefined {
  const words = plainWords(text);
  const team = STAGES.find((stage) => own[stage]?.some((phrase) => opensWith(words, plainWords(phrase))));
  return team ?? statusPhrases().find(({ phrase }) => opensWith(words, phrase))?.stage;
}

/** The status in lower case, without ignored text, emphasis, quotes, and anything before the first letter or digit. */
function plainWords(text: string): string {
  return fromFirstLetterOrDigit(
    readText(text)
      .toLowerCase()
      .replace(/[*_`"'“”]/g, ''),
  );
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

/** True if the first two sentences of a status say that another document tracks it. */
function startsWithin(words: string, phrase: string): boolean {
  const sentence = words.split(/[.!?](?:\s|$)/, 2).join('. ');
  return sentence.includes(`${phrase} `) && /\brather than here\b|\binstead of here\b/.test(sentence);
}

/** `finished` if the status is the last active value in the template's list: there "Accepted" is the end. */
function stageFromValues(words: string, template: Template): Stage | undefined {
  const values = template.fields.find((field) => field.role === 'status')?.values ?? [];
  const at = values.findIndex((value) => opensWith(words, plainWords(value)));
  const own = stageOfWords(words);
  if (at < 0 || own !== 'progress') return undefined;
  const later = values.slice(at + 1).map((value) => stageOfWords(value));
  return later.some((stage) => stage === 'finished' || stage === 'progress') ? undefined : 'finished';
}

/** The stage of a word that only the template's list contains: the first is a draft, the last is finished. */
function stageByPlace(words: string, template: Template): Stage | undefined {
  const values = template.fields.find((field) => field.role === 'status')?.values ?? [];
  const at = values.findIndex((value) => opensWith(words, plainWords(value)));
  if (at < 0) return undefined;
  return at === 0 ? 'draft' : at === values.length - 1 ? 'finished' : 'progress';
}

/** The capitalized word for a stage: the template's if it lists one, else the first one in the vocabulary. */
export function statusWord(template: Template, stage: 'draft' | 'progress' | 'finished'): string {
  const values = template.fields.find((field) => field.role === 'status')?.values ?? [];
  const word = values.find((value) => stageOfWords(value) === stage) ?? vocabulary.stages[stage][0] ?? stage;
  return word.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/**
 * All phrases in the vocabulary with their stages, longest first, so that "implementation in progress" matches before
 * "implemented".
 */
export function statusPhrases(): readonly StatusPhrase[] {
  phrases ??= STAGES.flatMap((stage) => vocabulary.stages[stage].map((phrase) => ({ stage, phrase }))).sort(
    (a, b) => b.phrase.length - a.phrase.length,
  );
  return phrases;
}

/**
 * The offsets of the state in the source of a status: a known phrase at its start, else the first word. The whole
 * source if no value has been chosen.
 */
export function stateWords(source: string): { readonly start: number; readonly end: number } {
  if (!hasStatus(source)) return { start: 0, end: source.length };
  const text = readText(source);
  const start = Math.max(0, text.search(/[\p{L}\p{N}]/u));
  const rest = text.slice(start).toLowerCase();
  const known = statusPhrases().find(({ phrase }) => opensWith(rest, phrase))?.phrase;
  const length = known?.length ?? /^[\p{L}\p{N}-]*/u.exec(rest)?.[0].length ?? 0;
  return { start, end: start + length };
}
