/** Guidance of a template that was never replaced. */

import type { Document, Section } from '../document/document';
import type { Part } from '../document/parts';
import { PART } from '../document/sections';
import type { Block } from '../markdown/markdown';
import { isComment } from '../markdown/markdown';
import { findTokens, fold } from '../markdown/tokens';
import { NONE } from '../query/collect';
import { memoize } from '../query/memoize';
import type { Line, Range } from '../text/text';
import { moveRange, range } from '../text/text';
import { hasLetterOrDigit } from '../text/unicode';
import { isLicenceSection, isMeantToStay } from './keptText';
import { comparedText } from './normalizedText';
import { contentOf, saysMore } from './written';

/** A run of blocks that say what the template says. */
export interface GuidanceRun {
  readonly range: Range;
  /** The section it stands in; undefined before the first one. */
  readonly section?: Section;
  /** All of it is comments, which no reader sees. */
  readonly hidden: boolean;
}

const MIN_WORDS = 4;

/** What a template says, block by block, white space folded. */
export interface GuidanceTexts {
  /** Blocks that are guidance wherever they stand. */
  readonly own: ReadonlySet<string>;
  /** All blocks, tasks and table rows: short ones are left over only between two of guidance. */
  readonly all: ReadonlySet<string>;
  /** What is meant to stay: notices of licences, tables of contents, what tools read. */
  readonly kept: ReadonlySet<string>;
  /** How each that is guidance wherever it stands opens: few blocks of a document open alike. */
  readonly openings: ReadonlySet<number>;
}

/** The guidance of a template's document. */
export function readGuidance(document: Document): GuidanceTexts {
  const own = new Set<string>();
  const all = new Set<string>();
  const kept = new Set<string>();
  const read = (blocks: readonly Block[], stays: (text: string) => boolean): void => {
    for (const text of blocks.flatMap((block) => textsOf(block, document)))
      (stays(text) ? kept : all).add(text);
  };
  const preamble = withoutFields(document);
  collect(preamble, own);
  read(preamble, isMeantToStay);
  for (const { heading, blocks } of document.sections) {
    const isLicence = isLicenceSection(heading.name);
    if (!isLicence) collect(blocks, own);
    read(blocks, isLicence ? () => true : isMeantToStay);
  }
  return { own, all, kept, openings: new Set([...own].map(opening)) };
}

/** The blocks before the first section that hold no header field: what a field says is no guidance. */
function withoutFields({ preamble, fields }: Document): Block[] {
  const holdsField = ({ start, end }: Block): boolean =>
    fields.some(({ line }) => line >= start && line < end);
  return preamble.filter((block) => !holdsField(block));
}

/** All that a block says, paragraph by paragraph and row by row. */
function textsOf(block: Block, document: Document): string[] {
  if (block.kind === 'table') {
    return document.lines.slice(block.start, block.end).map(({ text }) => comparedText(text));
  }
  if (block.children.length > 0) return block.children.flatMap((child) => textsOf(child, document));
  return block.content === '' ? [] : [comparedText(block.content)];
}

/** Where a section's guidance has comments, only they are guidance: the rest is scaffolding to keep. */
function collect(blocks: readonly Block[], texts: Set<string>): void {
  const leaves = leafBlocks(blocks);
  const comments = leaves.filter(isComment);
  const authored = comments.filter((block) => !/^<!--\s*design-docs:/.test(block.content));
  for (const block of authored.length > 0 ? authored : leaves) {
    if (isGuidance(block)) texts.add(comparedText(block.content));
  }
}

/**
 * The runs of left-over guidance in a document, in order. What else the template says inside a run belongs to it.
 * Guidance is left over beside text of the author's: in a document that is not begun it still guides.
 */
export function findGuidance(document: Document, texts: GuidanceTexts): GuidanceRun[] {
  const begun = begunSections(document, texts);
  if (begun.size === 0) return [];
  const found = runsIn(withoutFields(document), texts).map(
    ({ start, end, hidden }): GuidanceRun => ({ range: textRange(document.lines, start, end), hidden }),
  );
  for (const section of document.sections) {
    const own = guidanceOf(section[PART], texts);
    // Where nothing else is written, the section as a whole is still to be.
    if (own === NONE || !begun.has(section) || contentOf(section, texts) !== 'written') continue;
    for (const { range, hidden } of own) {
      found.push({ range: moveRange(range, section.start), hidden, section });
    }
  }
  return found;
}

/** The sections that say more than the template does, and those that they lie in. */
function begunSections({ sections }: Document, texts: GuidanceTexts): ReadonlySet<Section> {
  const begun = new Set<Section>();
  for (const section of sections) {
    if (!saysMore(section[PART], texts)) continue;
    for (let own: Section | undefined = section; own && !begun.has(own); own = own.parent) begun.add(own);
  }
  return begun;
}

/** The text on the lines from one to another (exclusive). */
function textRange(lines: readonly Line[], start: number, end: number): Range {
  const first = lines[start]?.text ?? '';
  const width = lines[end - 1]?.text.trimEnd().length ?? 0;
  return range(start, first.length - first.trimStart().length, end - 1, width);
}

/** A run of a section's own blocks. */
type OwnRun = Omit<GuidanceRun, 'section'>;

const guidanceOf = memoize(({ lines, origin, blocks }: Part, texts: GuidanceTexts): readonly OwnRun[] => {
  if (!someSays(blocks, texts)) return NONE;
  return runsIn(blocks.slice(1), texts).map(({ start, end, hidden }) => ({
    range: textRange(lines, start - origin, end - origin),
    hidden,
  }));
});

/** True if one of the blocks, or of those in them, says what the template says: most sections are left at that. */
function someSays(blocks: readonly Block[], texts: GuidanceTexts): boolean {
  for (const block of blocks) {
    if (holdsLeaves(block) ? someSays(block.children, texts) : says(block, texts)) return true;
  }
  return false;
}

/** Runs of guidance among blocks. */
function runsIn(blocks: readonly Block[], texts: GuidanceTexts): BlockRun[] {
  const leaves = leafBlocks(blocks);
  const left = leaves.map((block) => says(block, texts) && isGuidance(block));
  return runs(leaves, left, texts.all);
}

interface BlockRun {
  readonly start: number;
  readonly end: number;
  readonly hidden: boolean;
}

function says(block: Block, { own, openings }: GuidanceTexts): boolean {
  if (!isText(block)) return false;
  const { content } = block;
  return openings.has(opening(content)) && own.has(comparedText(content));
}

/** The first word of a text as a number, for most blocks are told apart by that. Words alike are compared whole. */
function opening(text: string): number {
  const start = text.trimStart();
  let word = 0;
  for (let at = 0; at < start.length; at++) {
    const sign = start.charCodeAt(at);
    if (sign <= 32 || (sign > 127 && /\s/.test(start.charAt(at)))) break;
    word = (word * 31 + sign) | 0;
  }
  return word;
}

function runs(leaves: readonly Block[], left: readonly boolean[], all: ReadonlySet<string>): BlockRun[] {
  const found: (BlockRun & { last: number })[] = [];
  leaves.forEach((block, at) => {
    if (!left[at]) return;
    const hidden = isComment(block);
    const run = found.at(-1);
    const between = run && leaves.slice(run.last + 1, at);
    const joined = run?.hidden === hidden && between?.every((other) => all.has(comparedText(other.content)));
    if (run && joined) found[found.length - 1] = { ...run, end: block.end, last: at };
    else found.push({ start: block.start, end: block.end, hidden, last: at });
  });
  return found.map(({ start, end, hidden }) => ({ start, end, hidden }));
}

/** Paragraphs, comments and the like. */
function leafBlocks(blocks: readonly Block[], leaves: Block[] = []): Block[] {
  for (const block of blocks) {
    if (holdsLeaves(block)) leafBlocks(block.children, leaves);
    else leaves.push(block);
  }
  return leaves;
}

/** A task is text of the author's, whatever it says. */
function holdsLeaves({ box, children }: Block): boolean {
  return children.length > 0 && !box;
}

function isGuidance(block: Block): boolean {
  if (!isText(block)) return false;
  const text = fold(block.content);
  const label = /^(\*\*|__)[^*_]+\1:?$/.test(text) && !/[.!?](\*\*|__)$/.test(text);
  return words(text) >= MIN_WORDS && !label && !isMeantToStay(text) && findTokens(text).length === 0;
}

function isText({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'html';
}

function words(text: string): number {
  return fold(text).split(' ').filter(hasLetterOrDigit).length;
}
