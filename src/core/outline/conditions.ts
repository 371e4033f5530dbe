/** Decides whether the condition of a conditional section holds for a document, and whether the document answers it. */

import type { Document } from '../document/document';
import { PARSE } from '../document/document';
import type { Part } from '../document/parts';
import type { Block } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import { collect, NONE } from '../query/collect';
import { memoize } from '../query/memoize';
import type { SectionSpec, Template } from '../template/template';
import { nameWords } from '../text/names';
import { hasLetterOrDigit } from '../text/unicode';
import vocabulary from '../vocabulary/vocabulary.json';

/** Synonyms by word. A map, because a template's word may be the name of a property that every object has. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(vocabulary.synonyms));
/** A prefilter that matches the start of every negation, also if it continues on the next line. */
const MAY_NEGATE = /\b(?:no|none|not|n\/a|nothing)\b/i;
const NEGATION = /\b(?:no|none|not applicable|n\/a|nothing)\b/i;

/** A demand such as "No hostile input may crash it", which does not say that there is no hostile input. */
const DEMAND = /\b(?:may|might|can|could|must|should|shall|will)\b/i;

/** A word of the document which indicates that a condition holds, and its line. */
export interface Signal {
  readonly term: string;
  readonly line: number;
}

/**
 * The independent signals that a section's condition holds: different words in different blocks. The words are the
 * synonyms, in the vocabulary, of the words of the condition.
 */
export function findSignals(document: Document, template: Template, spec: SectionSpec): Signal[] {
  const signals: Signal[] = [];
  const wanted = indexOf(template, spec);
  for (const { condition, terms, line } of collect(document[PARSE], wordsIn, template, moveWords)) {
    if (condition !== wanted) continue;
    const term = terms.find((candidate) => !signals.some((other) => other.term === candidate));
    if (term !== undefined) signals.push({ term, line });
  }
  return signals;
}

/** True if a heading or sentence names the section or its condition together with a negation such as "no" or "none". */
export function isAnswered(document: Document, template: Template, spec: SectionSpec): boolean {
  const condition = indexOf(template, spec);
  return document[PARSE].parts.some((part) => answersIn(part, template).includes(condition));
}

function indexOf(template: Template, spec: SectionSpec): number {
  return conditionsOf(template).all.findIndex((condition) => condition.spec === spec);
}

/** A conditional section, the terms that signal its condition, and the words that name it in a negation. */
interface Condition {
  readonly spec: SectionSpec;
  readonly terms: readonly string[];
  readonly names: readonly string[];
}

/** The conditions of a template, and a prefilter for texts with a term of any of them. */
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

/** True for a section whose condition has words, in the vocabulary, by which a document shows that it holds. */
export function canJudge(spec: SectionSpec): boolean {
  return spec.requirement.kind === 'conditional' && conditionTerms(spec).length > 0;
}

/** The terms of a condition in one block. `condition` is its index among the conditions of the template. */
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
      const found: string[] = [];
      for (const term of terms) if (hasWord(text, term)) found.push(term);
      if (found.length > 0) words.push({ condition, terms: found, line: block.start - origin });
    }
  }
  return words.length === 0 ? NONE : words;
});

function moveWords({ condition, terms, line }: Words, by: number): Words {
  return { condition, terms, line: line + by };
}

/** The indexes of the conditions that a part negates. */
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

/** A prefilter that matches the first word of every term; undefined if there are no terms. */
function openingWords(terms: readonly string[]): RegExp | undefined {
  const words = new Set(terms.map((term) => term.split(' ', 1)[0] ?? ''));
  if (words.size === 0) return undefined;
  return new RegExp([...words].map((word) => word.replace(/[^A-Za-z0-9]/g, String.raw`\$&`)).join('|'), 'i');
}

const conditionTerms = memoize(({ requirement }: SectionSpec): readonly string[] => {
  const words = nameWords(requirement.when ?? '');
  return [...new Set(words.flatMap((word) => SYNONYMS.get(word) ?? []))];
});

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
