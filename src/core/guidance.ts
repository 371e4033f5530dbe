/** Guidance of a template that was never replaced. */

import type { Document, Section } from './document';
import { partOfSection } from './document';
import type { Block } from './markdown';
import { isComment } from './markdown';
import type { Part } from './parts';
import { reading } from './readings';
import type { Line, Range } from './text';
import { moveRange, range } from './text';
import { findTokens, fold } from './tokens';

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
  /** The first word of each that is guidance wherever it stands: few blocks of a document start alike. */
  readonly openings: ReadonlySet<string>;
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
  const head = runsIn(document.preamble, texts).runs.map(
    ({ start, end }): GuidanceRun => ({ range: textRange(document.lines, start, end), removable: true }),
  );
  return document.sections.reduce<GuidanceRun[]>((all, section) => {
    const { runs, mixed } = guidanceOf(partOfSection(document, section), texts);
    const removable = mixed || section.children.length > 0;
    for (const range of runs) all.push({ range: moveRange(range, section.start), removable, section });
    return all;
  }, head);
}

/** The text on the lines from one to another (exclusive). */
function textRange(lines: readonly Line[], start: number, end: number): Range {
  const first = lines[start]?.text ?? '';
  const width = lines[end - 1]?.text.trimEnd().length ?? 0;
  return range(start, first.length - first.trimStart().length, end - 1, width);
}

/** The runs of a section's own blocks. */
const guidanceOf = reading(({ lines, origin, blocks }: Part, texts: GuidanceTexts) => {
  const { runs, mixed } = runsIn(blocks.slice(1), texts);
  return { runs: runs.map(({ start, end }) => textRange(lines, start - origin, end - origin)), mixed };
});

/** Runs of guidance, and whether there is something beside them that is no comment. */
function runsIn(blocks: readonly Block[], texts: GuidanceTexts) {
  const leaves = leafBlocks(blocks);
  if (!leaves.some((block) => says(block, texts))) return { runs: [], mixed: false };
  const left = leaves.map((block) => says(block, texts) && isGuidance(block));
  const mixed = leaves.some((block, at) => !left[at] && !isComment(block));
  return { runs: runs(leaves, left, texts.all), mixed };
}

function says({ content }: Block, { own, openings }: GuidanceTexts): boolean {
  return content !== '' && openings.has(opening(content)) && own.has(fold(content));
}

/** What a text starts with, up to its first blank. */
function opening(text: string): string {
  const start = text.trimStart();
  const end = start.search(/\s/);
  return end < 0 ? start : start.slice(0, end);
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

/** Paragraphs, comments and the like; a task is text of the author's, whatever it says. */
function leafBlocks(blocks: readonly Block[], leaves: Block[] = []): Block[] {
  for (const block of blocks) {
    if (block.children.length > 0 && !block.box) leafBlocks(block.children, leaves);
    else leaves.push(block);
  }
  return leaves;
}

function isGuidance(block: Block): boolean {
  const text = fold(block.content);
  if (block.kind !== 'paragraph' && block.kind !== 'html') return false;
  const label = /^(\*\*|__)[^*_]+\1:?$/.test(text) && !/[.!?](\*\*|__)$/.test(text);
  const links = text.replace(/!?\[[^\]]*\]\([^)]*\)/g, '').replace(/[\s,;|·-]+/g, '') === '';
  return words(text) >= MIN_WORDS && !label && !links && findTokens(text).length === 0;
}

function words(text: string): number {
  return fold(text)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
