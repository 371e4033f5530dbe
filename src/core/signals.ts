/** Whether a document shows that a conditional section concerns it, and whether it already answers. */

import type { Document } from './document';
import { walkBlocks } from './markdown';
import { nameWords } from './names';
import type { SectionSpec } from './template';
import { fold } from './tokens';
import vocabulary from './vocabulary.json';

const SYNONYMS: Readonly<Record<string, readonly string[]>> = vocabulary.synonyms;
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
  const terms = conditionTerms(spec);
  const signals: Signal[] = [];
  for (const { text, line } of proseBlocks(document)) {
    const term = terms.find(
      (candidate) => hasWord(text, candidate) && !signals.some((signal) => signal.term === candidate),
    );
    if (term) signals.push({ term, line });
  }
  return signals;
}

/** True if a heading or sentence names the section or its condition together with "no" or "none". */
export function isAnswered(document: Document, spec: SectionSpec): boolean {
  const words = [...nameWords(spec.title), ...conditionTerms(spec)];
  return proseBlocks(document).some(({ text }) =>
    text
      .split(/(?<=[.!?])\s/)
      .some(
        (sentence) =>
          NEGATION.test(sentence) && !DEMAND.test(sentence) && words.some((word) => hasWord(sentence, word)),
      ),
  );
}

function conditionTerms(spec: SectionSpec): string[] {
  const words = nameWords(spec.requirement.when ?? '');
  return [...new Set(words.flatMap((word) => SYNONYMS[word] ?? []))];
}

function proseBlocks(document: Document): { text: string; line: number }[] {
  return [...walkBlocks(document.blocks)]
    .filter((block) => block.kind === 'paragraph' || block.kind === 'heading')
    .map((block) => ({ text: fold(block.content).toLowerCase(), line: block.start }));
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (!/[\p{L}\p{N}-]/u.test(before) && !/[\p{L}\p{N}-]/u.test(after)) return true;
  }
  return false;
}
