/** Stated invariants ("cannot happen", "never"), and whether they name a test. */

import type { Document, Section } from '../document/document';
import { PARSE } from '../document/document';
import { inlineTextsOf, rangeIn } from '../document/inlineText';
import type { Part } from '../document/parts';
import { inlineSpans } from '../markdown/inline';
import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import type { Outline } from '../outline/outline';
import { planSections } from '../plan/sections';
import { collect, NONE } from '../query/collect';
import { memoize } from '../query/memoize';
import { isOfKind, kindNames } from '../template/synonyms';
import { shorten } from '../text/shorten';
import type { Range } from '../text/text';
import { moveRange, range } from '../text/text';
import { wordFinder } from '../text/wordPatterns';
import vocabulary from '../vocabulary/review.json';

/** A sentence that states an invariant, with no test named beside it. */
export interface Claim {
  readonly range: Range;
  /** The start of the sentence. */
  readonly text: string;
}

const findClaim = wordFinder(vocabulary.claims);
const findDisclaimer = wordFinder(vocabulary.disclaimers);
const findTestWord = wordFinder(vocabulary.tests);
/** Names of tests in code: `ParserTest`, `testParse`. */
const TEST_NAME = /[a-z0-9]Tests?\b|\btest[A-Z]/;
/** A sentence: up to a full stop with white space behind it. */
const SENTENCE = /(?:[^.!?。！？]|[.!?](?=\S))+[.!?。！？]*/g;
const MAX_SHOWN = 80;

/** Sections that speak of other things than of what the design claims, or of the tests themselves. */
const OTHER = kindNames(
  [...vocabulary.sections.testing, ...vocabulary.sections.nonGoals, ...vocabulary.sections.questions],
  ...(['background', 'alternatives', 'rationale', 'drawbacks', 'questions', 'priorArt'] as const),
  ...(['future', 'nonGoals'] as const),
);

/** True if a text names a test. */
export function findTest(text: string): boolean {
  return findTestWord(text) >= 0 || TEST_NAME.test(text);
}

/**
 * The claims of a document that name no test in their item, paragraph or table row, at most one for each of these.
 * Plans and sections about the past, alternatives or what is out of scope do not count.
 */
export function unprovedClaims(document: Document, outline: Outline): Claim[] {
  const found = collect(document[PARSE], claimsIn, undefined, moveClaim);
  if (found.length === 0) return found;
  const excluded = new Set<Section>(planSections(document, outline));
  const isExcluded = (section: Section | undefined): boolean => {
    if (!section) return false;
    if (excluded.has(section) || isExcluded(section.parent)) return true;
    return isOfKind(section.heading.name, OTHER);
  };
  let at = 0;
  const { sections } = document;
  return found.filter((claim) => {
    const { line } = claim.range.start;
    while ((sections[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= line) at++;
    const section = sections[at];
    return !section || section.start > line || !isExcluded(section);
  });
}

function moveClaim(claim: Claim, by: number): Claim {
  return { ...claim, range: moveRange(claim.range, by) };
}

const claimsIn = memoize((part: Part): readonly Claim[] => {
  const found: Claim[] = [];
  // A claim of an item is shown by a test that is named in the item or in an item around it.
  const walk = (blocks: readonly Block[], inLists: boolean, here = inLists): void => {
    for (const block of blocks) {
      if (block.kind === 'list') walk(block.children, inLists);
      else if (block.kind === 'item') {
        const own = inLists || namesTest(block.children);
        walk(block.children, own, own || namesTest([...walkBlocks(block.children)]));
      } else if (!here && (block.kind === 'paragraph' || block.kind === 'table')) {
        found.push(...unproved(part, block));
      }
    }
  };
  walk(part.blocks, false);
  return found.length === 0 ? NONE : found;
});

function namesTest(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind, content }) => kind === 'paragraph' && findTest(content));
}

/** The first claim of a paragraph, or of each row of a table, if no test is named beside it. */
function unproved(part: Part, block: Block): Claim[] {
  return block.kind === 'table' ? unprovedRows(part, block) : unprovedText(part, block);
}

function unprovedText(part: Part, block: Block): Claim[] {
  const claim = claimIn(block.content);
  if (!claim || findTest(block.content)) return [];
  return inlineTextsOf(part, block, () => true).map((text) => ({
    range: rangeIn(text, claim.start, claim.end),
    text: claim.sentence,
  }));
}

function unprovedRows({ lines, origin }: Part, block: Block): Claim[] {
  return lines.slice(block.start - origin, block.end - origin).flatMap(({ text }, at): Claim[] => {
    const claim = claimIn(text);
    if (!claim || findTest(text)) return [];
    const line = block.start - origin + at;
    return [{ range: range(line, claim.start, line, claim.end), text: claim.sentence }];
  });
}

/** A claim in a text: the offsets of its first word, which is on one line, and the start of its sentence. */
interface FoundClaim {
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
}

function claimIn(text: string): FoundClaim | undefined {
  if (findClaim(text) < 0) return undefined;
  const prose = withoutCode(text);
  for (const { 0: sentence, index } of prose.matchAll(SENTENCE)) {
    const at = findClaim(sentence);
    if (at < 0 || findDisclaimer(sentence) >= 0) continue;
    const word = /^\S*/.exec(sentence.slice(at))?.[0] ?? '';
    const start = index + at;
    const shown = fold(text.slice(index, index + sentence.length));
    return { start, end: start + word.length, sentence: shorten(shown, MAX_SHOWN) };
  }
  return undefined;
}

/** The text with code, comments and tags as blanks, so that offsets stay. */
function withoutCode(text: string): string {
  let [prose, from] = ['', 0];
  for (const { start, end } of inlineSpans(text)) {
    prose += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return prose + text.slice(from);
}
