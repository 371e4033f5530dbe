/** Whether a document shows that a conditional section concerns it, and whether it already answers. */

import type { Document } from './document';
import type { Block } from './markdown';
import { nameWords } from './names';
import type { Part } from './parts';
import { reading } from './readings';
import type { SectionSpec, Template } from './template';
import { fold } from './tokens';
import vocabulary from './vocabulary.json';

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
export function findSignals({ layout }: Document, template: Template, spec: SectionSpec): Signal[] {
  const signals: Signal[] = [];
  const own = indexOf(template, spec);
  for (const [at, part] of layout.parts.entries()) {
    for (const { terms, line } of wordsIn(part, template)[own] ?? []) {
      const term = terms.find((candidate) => !signals.some((other) => other.term === candidate));
      if (term !== undefined) signals.push({ term, line: line + (layout.starts[at] ?? 0) });
    }
  }
  return signals;
}

/** True if a heading or sentence names the section or its condition together with "no" or "none". */
export function isAnswered({ layout }: Document, template: Template, spec: SectionSpec): boolean {
  const own = indexOf(template, spec);
  return layout.parts.some((part) => answersIn(part, template)[own]);
}

function indexOf(template: Template, spec: SectionSpec): number {
  return conditionsOf(template).findIndex((condition) => condition.spec === spec);
}

/** A conditional section, the words for its condition, and what matches any text that may have one. */
interface Condition {
  readonly spec: SectionSpec;
  readonly terms: readonly string[];
  readonly likely: RegExp;
  readonly names: readonly string[];
}

const conditions = new WeakMap<Template, readonly Condition[]>();

function conditionsOf(template: Template): readonly Condition[] {
  const known = conditions.get(template);
  if (known) return known;
  const own = template.specs
    .filter(({ requirement }) => requirement.kind === 'conditional')
    .map((spec): Condition => {
      const terms = conditionTerms(spec);
      return { spec, terms, likely: openingWords(terms), names: [...nameWords(spec.title), ...terms] };
    });
  conditions.set(template, own);
  return own;
}

/** For each condition, the words for it in each block of a part that has some, and the block's line. */
const wordsIn = reading(({ origin, allBlocks }: Part, template: Template) =>
  conditionsOf(template).map(({ terms, likely }) =>
    allBlocks.flatMap((block) => {
      if (terms.length === 0 || !isProse(block) || !likely.test(block.content)) return [];
      const text = proseOf(block);
      const own = terms.filter((term) => hasWord(text, term));
      return own.length === 0 ? [] : [{ terms: own, line: block.start - origin }];
    }),
  ),
);

/** For each condition, whether a part says that it does not hold. */
const answersIn = reading(({ allBlocks }: Part, template: Template) => {
  const texts = allBlocks
    .filter((block) => isProse(block) && MAY_NEGATE.test(block.content))
    .map((block) => proseOf(block));
  return conditionsOf(template).map(({ names }) => texts.some((text) => negates(text, names)));
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
function openingWords(terms: readonly string[]): RegExp {
  const words = new Set(terms.map((term) => term.split(' ', 1)[0] ?? ''));
  return new RegExp(
    [...words].map((word) => word.replace(/[^\p{L}\p{N}]/gu, String.raw`\$&`)).join('|'),
    'i',
  );
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
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (!/[\p{L}\p{N}-]/u.test(before) && !/[\p{L}\p{N}-]/u.test(after)) return true;
  }
  return false;
}
