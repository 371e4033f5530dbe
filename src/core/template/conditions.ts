/** Whether a document shows that a conditional section concerns it, and whether it already answers. */

import type { Document } from '../document/document';
import { PARSE } from '../document/document';
import type { Part } from '../document/parts';
import type { Block } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import { collect, NONE } from '../query/collect';
import { memoize } from '../query/memoize';
import { nameWords } from '../text/names';
import { hasLetterOrDigit } from '../text/unicode';
import vocabulary from '../vocabulary/vocabulary.json';
import type { SectionSpec, Template } from './template';

const SYNONYMS: Readonly<Record<string, readonly string[]>> = vocabulary.synonyms;
/** What any negation starts with, even where a line ends in the middle of it. */
const MAY_NEGATE = /\b(?:no|none|not|n\/a|nothing)\b/i;
const NEGATION = /\b(?:no|none|not applicable|n\/a|nothing)\b/i;

/** "No hostile input may crash it" asks for something; it does not say that there is none. */
const DEMAND = /\b(?:may|might|can|could|must|should|shall|will)\b/i;

/** A word of the document that speaks for the condition, and the line it stands on. */
export interface Signal {
  readonly term: string;
  readonly line: number;
}

/**
 * The independent signals that a section's condition holds: different words in different blocks. The words
 * are those of the condition and, from the vocabulary, those that mean the same.
 */
export function findSignals(document: Document, template: Template, spec: SectionSpec): Signal[] {
  const signals: Signal[] = [];
  const own = indexOf(template, spec);
  for (const { condition, terms, line } of collect(document[PARSE], wordsIn, template, moveWords)) {
    if (condition !== own) continue;
    const term = terms.find((candidate) => !signals.some((other) => other.term === candidate));
    if (term !== undefined) signals.push({ term, line });
  }
  return signals;
}

/** True if a heading or sentence names the section or its condition together with "no" or "none". */
export function isAnswered(document: Document, template: Template, spec: SectionSpec): boolean {
  const own = indexOf(template, spec);
  return document[PARSE].parts.some((part) => answersIn(part, template).includes(own));
}

function indexOf(template: Template, spec: SectionSpec): number {
  return conditionsOf(template).all.findIndex((condition) => condition.spec === spec);
}

/** A conditional section, and the words for its condition. */
interface Condition {
  readonly spec: SectionSpec;
  readonly terms: readonly string[];
  readonly names: readonly string[];
}

/** The conditions of a template, and what matches any text that may have a word for one of them. */
interface Conditions {
  readonly all: readonly Condition[];
  readonly likely: RegExp | undefined;
}

const conditionsOf = memoize((template: Template): Conditions => {
  const all = template.specs
    .filter(({ requirement }) => requirement.kind === 'conditional')
    .map((spec): Condition => {
      const terms = conditionTerms(spec);
      return { spec, terms, names: [...nameWords(spec.title), ...terms] };
    });
  return { all, likely: openingWords(all.flatMap(({ terms }) => terms)) };
});

/** Words of a block for a condition, by its place among the conditions of the template. */
interface Words {
  readonly condition: number;
  readonly terms: readonly string[];
  readonly line: number;
}

const wordsIn = memoize(({ origin, allBlocks }: Part, template: Template): readonly Words[] => {
  const { all, likely } = conditionsOf(template);
  if (!likely) return NONE;
  const words: Words[] = [];
  for (const block of allBlocks) {
    if (!isProse(block) || !likely.test(block.content)) continue;
    const text = proseOf(block);
    for (const [condition, { terms }] of all.entries()) {
      const own: string[] = [];
      for (const term of terms) if (hasWord(text, term)) own.push(term);
      if (own.length > 0) words.push({ condition, terms: own, line: block.start - origin });
    }
  }
  return words.length === 0 ? NONE : words;
});

function moveWords({ condition, terms, line }: Words, by: number): Words {
  return { condition, terms, line: line + by };
}

/** The conditions of which a part says that they do not hold. */
const answersIn = memoize(({ allBlocks }: Part, template: Template): readonly number[] => {
  const answered = new Set<number>();
  for (const block of allBlocks) {
    if (!isProse(block) || !MAY_NEGATE.test(block.content)) continue;
    const text = proseOf(block);
    for (const [condition, { names }] of conditionsOf(template).all.entries()) {
      if (negates(text, names)) answered.add(condition);
    }
  }
  return answered.size === 0 ? NONE : [...answered];
});

function negates(text: string, words: readonly string[]): boolean {
  return text
    .split(/(?<=[.!?])\s/)
    .some(
      (sentence) =>
        NEGATION.test(sentence) && !DEMAND.test(sentence) && words.some((word) => hasWord(sentence, word)),
    );
}

/** Matches any text that holds one of the terms: one search for all, before each is looked for by itself. */
function openingWords(terms: readonly string[]): RegExp | undefined {
  const words = new Set(terms.map((term) => term.split(' ', 1)[0] ?? ''));
  if (words.size === 0) return undefined;
  return new RegExp([...words].map((word) => word.replace(/[^A-Za-z0-9]/g, String.raw`\$&`)).join('|'), 'i');
}

function conditionTerms(spec: SectionSpec): string[] {
  const words = nameWords(spec.requirement.when ?? '');
  return [...new Set(words.flatMap((word) => SYNONYMS[word] ?? []))];
}

function isProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'heading';
}

function proseOf(block: Block): string {
  return fold(block.content).toLowerCase();
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + word.length] ?? ' ');
    if (!around.includes('-') && !hasLetterOrDigit(around)) return true;
  }
  return false;
}
