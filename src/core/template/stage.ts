/**
 * The stage of a document, from the first words of its status. Lifecycle, not spelling, decides what is
 * noise; the words are data.
 */

import type { Document } from '../document/document';
import type { Field } from '../document/fields';
import { findField } from '../document/fields';
import { fromFirstLetterOrDigit, opensWithLetterOrDigit } from '../text/letters';
import type { TextEdit } from '../text/text';
import { range } from '../text/text';
import type { Selection } from './select';
import type { Template } from './template';
import vocabulary from './vocabulary.json';

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

/** The status field of a document, under any of the names that teams give it. */
export function statusField(document: Document): Field | undefined {
  return findField(document.fields, vocabulary.fields.status);
}

/**
 * The stage of a document. Without a status it is a draft: nobody has called it anything else. But where its
 * template asks for a status and it is bound by mere likeness of headings, nothing is known.
 */
export function stageOf(document: Document, { template, named }: Selection, own: StatusWords = {}): Stage {
  const type = findField(document.fields, vocabulary.fields.type);
  if (type && stageOfWords(type.value) === 'retrospective') return 'retrospective';
  const status = statusField(document);
  if (!status || status.value === '') {
    const asked = template.fields.some((field) => field.role === 'status' && field.demanded);
    return named || !asked ? 'draft' : 'unknown';
  }
  const words = plainWords(status.value);
  if (vocabulary.elsewhere.some((phrase) => startsWithin(words, phrase))) return 'reference';
  return stageFromValues(words, template) ?? stageOfWords(status.value, own) ?? 'unknown';
}

/** The stage that a status text opens with, or undefined if its words are not in the vocabulary. */
export function stageOfWords(text: string, own: StatusWords = {}): Stage | undefined {
  const words = plainWords(text);
  const team = STAGES.find((stage) => own[stage]?.some((phrase) => opensWith(words, plainWords(phrase))));
  return team ?? statusPhrases().find(({ phrase }) => opensWith(words, phrase))?.stage;
}

/** Lower case, without emphasis, quotes, emoji or a leading mark. */
function plainWords(text: string): string {
  return fromFirstLetterOrDigit(text.toLowerCase().replace(/[*_`"'“”]/g, ''));
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

/** The edit that gives a status another word for its state; what else it says stays. */
export function setStatus(status: Field, word: string): TextEdit {
  const { line, character } = status.valueRange.start;
  const { start, end } = openingWords(status.value);
  return { range: range(line, character + start, line, character + end), newText: word };
}

/** Where the words that name the state stand in a status text: a known phrase at its start, else the first word. */
function openingWords(text: string): { readonly start: number; readonly end: number } {
  const start = Math.max(0, text.search(/[\p{L}\p{N}]/u));
  const rest = text.slice(start).toLowerCase();
  const known = statusPhrases().find(({ phrase }) => opensWith(rest, phrase))?.phrase;
  const length = known?.length ?? /^[\p{L}\p{N}-]*/u.exec(rest)?.[0].length ?? 0;
  return { start, end: start + length };
}
