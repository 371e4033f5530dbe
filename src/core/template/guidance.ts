/** Guidance of a template that was never replaced. */

import type { Document, Section } from '../document/document';
import type { Part } from '../document/parts';
import { NONE, reading } from '../document/readings';
import type { Block } from '../markdown/markdown';
import { isComment } from '../markdown/markdown';
import { findTokens, fold } from '../markdown/tokens';
import { hasLetterOrDigit } from '../text/letters';
import type { Line, Range } from '../text/text';
import { moveRange, range } from '../text/text';

/** A run of blocks that say what the template says. */
export interface GuidanceRun {
  readonly range: Range;
  /** The section it stands in; undefined before the first one. */
  readonly section?: Section;
  /** Something else stands in that section too. */
  readonly removable: boolean;
}

const MIN_WORDS = 4;

/** What a template says, block by block, white space folded. */
export interface GuidanceTexts {
  /** Blocks that are guidance wherever they stand. */
  readonly own: ReadonlySet<string>;
  /** All blocks: the short ones count only between two of guidance. */
  readonly all: ReadonlySet<string>;
  /** How each that is guidance wherever it stands opens: few blocks of a document open alike. */
  readonly openings: ReadonlySet<number>;
}

/** The guidance of a template's document. */
export function readGuidance(document: Document): GuidanceTexts {
  const own = new Set<string>();
  const all = new Set<string>();
  for (const blocks of [document.preamble, ...document.sections.map((section) => section.blocks)]) {
    collect(blocks, own);
    for (const block of leafBlocks(blocks)) if (block.content !== '') all.add(fold(block.content));
  }
  return { own, all, openings: new Set([...own].map(opening)) };
}

/** Where a section's guidance has comments, only they are guidance: the rest is scaffolding to keep. */
function collect(blocks: readonly Block[], texts: Set<string>): void {
  const leaves = leafBlocks(blocks);
  const comments = leaves.filter(isComment);
  const authored = comments.filter((block) => !/^<!--\s*design-docs:/.test(block.content));
  for (const block of authored.length > 0 ? authored : leaves) {
    if (isGuidance(block)) texts.add(fold(block.content));
  }
}

/** The runs of left-over guidance in a document, in order. What else the template says inside a run belongs to it. */
export function findGuidance(document: Document, texts: GuidanceTexts): GuidanceRun[] {
  const found = runsIn(document.preamble, texts).runs.map(
    ({ start, end }): GuidanceRun => ({ range: textRange(document.lines, start, end), removable: true }),
  );
  for (const section of document.sections) {
    const own = guidanceOf(section.part, texts);
    if (own === NONE) continue;
    for (const { range, mixed } of own) {
      const removable = mixed || section.children.length > 0;
      found.push({ range: moveRange(range, section.start), removable, section });
    }
  }
  return found;
}

/** The text on the lines from one to another (exclusive). */
function textRange(lines: readonly Line[], start: number, end: number): Range {
  const first = lines[start]?.text ?? '';
  const width = lines[end - 1]?.text.trimEnd().length ?? 0;
  return range(start, first.length - first.trimStart().length, end - 1, width);
}

/** A run of a section's own blocks, and whether there is something beside the runs that is no comment. */
interface OwnRun {
  readonly range: Range;
  readonly mixed: boolean;
}

const guidanceOf = reading(({ lines, origin, blocks }: Part, texts: GuidanceTexts): readonly OwnRun[] => {
  if (!someSays(blocks, texts)) return NONE;
  const { runs, mixed } = runsIn(blocks.slice(1), texts);
  return runs.map(({ start, end }) => ({ range: textRange(lines, start - origin, end - origin), mixed }));
});

/** True if one of the blocks, or of those in them, says what the template says: most sections are left at that. */
function someSays(blocks: readonly Block[], texts: GuidanceTexts): boolean {
  for (const block of blocks) {
    if (holdsLeaves(block) ? someSays(block.children, texts) : says(block, texts)) return true;
  }
  return false;
}

/** Runs of guidance, and whether there is something beside them that is no comment. */
function runsIn(blocks: readonly Block[], texts: GuidanceTexts) {
  const leaves = leafBlocks(blocks);
  const left = leaves.map((block) => says(block, texts) && isGuidance(block));
  const mixed = leaves.some((block, at) => !left[at] && !isComment(block));
  return { runs: runs(leaves, left, texts.all), mixed };
}

function says(block: Block, { own, openings }: GuidanceTexts): boolean {
  if (!isText(block)) return false;
  const { content } = block;
  return openings.has(opening(content)) && own.has(fold(content));
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

function runs(
  leaves: readonly Block[],
  left: readonly boolean[],
  all: ReadonlySet<string>,
): { start: number; end: number }[] {
  const found: { start: number; end: number; last: number }[] = [];
  leaves.forEach((block, at) => {
    if (!left[at]) return;
    const run = found.at(-1);
    const joined = run && leaves.slice(run.last + 1, at).every((other) => all.has(fold(other.content)));
    if (run && joined) Object.assign(run, { end: block.end, last: at });
    else found.push({ start: block.start, end: block.end, last: at });
  });
  return found.map(({ start, end }) => ({ start, end }));
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
  const links = text.replace(/!?\[[^\]]*\]\([^)]*\)/g, '').replace(/[\s,;|·-]+/g, '') === '';
  return words(text) >= MIN_WORDS && !label && !links && findTokens(text).length === 0;
}

function isText({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'html';
}

function words(text: string): number {
  return fold(text).split(' ').filter(hasLetterOrDigit).length;
}
