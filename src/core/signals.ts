/** Whether a document shows that a conditional section concerns it, and whether it already answers. */

import type { Document } from './document';
import type { Block } from './markdown';
import { nameWords } from './names';
import type { SectionSpec } from './template';
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
export function findSignals(document: Document, spec: SectionSpec): Signal[] {
  const terms = new Set(conditionTerms(spec));
  const signals: Signal[] = [];
  if (terms.size === 0) return signals;
  const likely = openingWords([...terms]);
  for (const block of document.allBlocks) {
    if (terms.size === 0) break;
    if (!isProse(block) || !likely.test(block.content)) continue;
    const text = proseOf(block);
    const term = [...terms].find((candidate) => hasWord(text, candidate));
    if (term === undefined) continue;
    signals.push({ term, line: block.start });
    terms.delete(term);
  }
  return signals;
}

/** True if a heading or sentence names the section or its condition together with "no" or "none". */
export function isAnswered(document: Document, spec: SectionSpec): boolean {
  const words = [...nameWords(spec.title), ...conditionTerms(spec)];
  return document.allBlocks.some(
    (block) =>
      isProse(block) &&
      MAY_NEGATE.test(block.content) &&
      proseOf(block)
        .split(/(?<=[.!?])\s/)
        .some(
          (sentence) =>
            NEGATION.test(sentence) &&
            !DEMAND.test(sentence) &&
            words.some((word) => hasWord(sentence, word)),
        ),
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
