/** Finds guidance of the template that is left over in a document. */

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
import { hasLetterOrDigit, isPlain } from '../text/unicode';
import { isDirective, isLicenceSection, isMeantToStay } from './keptText';
import { comparedText } from './normalizedText';
import { contentOf, hasOwnText } from './written';

/** A run of blocks with the template's guidance. */
export interface GuidanceRun {
  readonly range: Range;
  /** The section around it; undefined before the first section. */
  readonly section?: Section;
  /** It consists of comments, which are not rendered. */
  readonly hidden: boolean;
}

const MIN_WORDS = 4;
/** The letters that count as many words in scripts without spaces between words. */
const MIN_LETTERS = 12;

/** The texts of a template's blocks, normalized by `comparedText`. */
export interface GuidanceTexts {
  /** Blocks that are guidance at any place in a document. */
  readonly own: ReadonlySet<string>;
  /** All blocks, tasks and table rows that are not kept. Short ones are left over only between two of `own`. */
  readonly all: ReadonlySet<string>;
  /** Text that documents should keep: licence notices, tables of contents, comments for tools. */
  readonly kept: ReadonlySet<string>;
  /** A prefilter for `own`: the hashes of the first words, by `firstWordHash`. */
  readonly openings: ReadonlySet<number>;
}

/** Collects the texts of a template from its document. */
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
  return { own, all, kept, openings: new Set([...own].map(firstWordHash)) };
}

/** The blocks before the first section without those that contain header fields. */
function withoutFields({ preamble, fields }: Document): Block[] {
  const holdsField = ({ start, end }: Block): boolean =>
    fields.some(({ line }) => line >= start && line < end);
  return preamble.filter((block) => !holdsField(block));
}

/** The texts of a block: one for each leaf block and each table row. */
function textsOf(block: Block, document: Document): string[] {
  if (block.kind === 'table') {
    return document.lines.slice(block.start, block.end).map(({ text }) => comparedText(text));
  }
  if (block.children.length > 0) return block.children.flatMap((child) => textsOf(child, document));
  return block.content === '' ? [] : [comparedText(block.content)];
}

/** Adds the guidance among blocks to `texts`. If there are comments, only they are guidance; other text should stay. */
function collect(blocks: readonly Block[], texts: Set<string>): void {
  const leaves = leafBlocks(blocks);
  const comments = leaves.filter(isComment);
  const authored = comments.filter(({ content }) => !isDirective(content) && !isMeantToStay(content));
  for (const block of authored.length > 0 ? authored : leaves) {
    if (isGuidance(block)) texts.add(comparedText(block.content));
  }
}

/**
 * The runs of leftover guidance in a document: first before the first section, then by section. Other text of the
 * template between two pieces of guidance belongs to the run. Guidance is left over only in sections with text of the
 * author; elsewhere the author still needs it.
 */
export function findGuidance(document: Document, texts: GuidanceTexts): GuidanceRun[] {
  const begun = begunSections(document, texts);
  if (begun.size === 0) return [];
  const found = runsIn(withoutFields(document), texts).map(
    ({ start, end, hidden }): GuidanceRun => ({ range: textRange(document.lines, start, end), hidden }),
  );
  for (const section of document.sections) {
    const sectionRuns = guidanceOf(section[PART], texts);
    if (sectionRuns === NONE || !begun.has(section) || contentOf(section, texts) !== 'written') continue;
    for (const { range, hidden } of sectionRuns) {
      found.push({ range: moveRange(range, section.start), hidden, section });
    }
  }
  return found;
}

/** The sections with text that is not the template's, and the sections around them. */
function begunSections({ sections }: Document, texts: GuidanceTexts): ReadonlySet<Section> {
  const begun = new Set<Section>();
  for (const section of sections) {
    if (!hasOwnText(section[PART], texts)) continue;
    for (let at: Section | undefined = section; at && !begun.has(at); at = at.parent) begun.add(at);
  }
  return begun;
}

/** The range of the text on the lines from `start` to `end` (exclusive), without indentation and trailing blanks. */
function textRange(lines: readonly Line[], start: number, end: number): Range {
  const first = lines[start]?.text ?? '';
  const width = lines[end - 1]?.text.trimEnd().length ?? 0;
  return range(start, first.length - first.trimStart().length, end - 1, width);
}

/** A run among a section's own blocks, with lines counted from the first line of the part. */
type OwnRun = Omit<GuidanceRun, 'section'>;

const guidanceOf = memoize(({ lines, origin, blocks }: Part, texts: GuidanceTexts): readonly OwnRun[] => {
  if (!someRepeatTemplate(blocks, texts)) return NONE;
  return runsIn(blocks.slice(1), texts).map(({ start, end, hidden }) => ({
    range: textRange(lines, start - origin, end - origin),
    hidden,
  }));
});

/** A prefilter: true if one of the blocks or their descendants has text of `own`. Most sections have none. */
function someRepeatTemplate(blocks: readonly Block[], texts: GuidanceTexts): boolean {
  for (const block of blocks) {
    if (holdsLeaves(block) ? someRepeatTemplate(block.children, texts) : repeatsTemplate(block, texts))
      return true;
  }
  return false;
}

function runsIn(blocks: readonly Block[], texts: GuidanceTexts): BlockRun[] {
  const leaves = leafBlocks(blocks);
  const left = leaves.map((block) => repeatsTemplate(block, texts) && isGuidance(block));
  return runs(leaves, left, texts.all);
}

interface BlockRun {
  readonly start: number;
  readonly end: number;
  readonly hidden: boolean;
}

function repeatsTemplate(block: Block, { own, openings }: GuidanceTexts): boolean {
  if (!isText(block)) return false;
  const { content } = block;
  return openings.has(firstWordHash(content)) && own.has(comparedText(content));
}

/** A hash of the first word of a text, which is cheaper to compare than the normalized text. */
function firstWordHash(text: string): number {
  const start = text.trimStart();
  let word = 0;
  for (let at = 0; at < start.length; at++) {
    const char = start.charCodeAt(at);
    if (char <= 32 || (char > 127 && /\s/.test(start.charAt(at)))) break;
    word = (word * 31 + char) | 0;
  }
  return word;
}

function runs(leaves: readonly Block[], left: readonly boolean[], all: ReadonlySet<string>): BlockRun[] {
  const found: (BlockRun & { last: number })[] = [];
  leaves.forEach((block, at) => {
    if (!left[at]) return;
    const hidden = isComment(block);
    const run = found.at(-1);
    const between = run ? leaves.slice(run.last + 1, at) : [];
    const joined = run?.hidden === hidden && between.every((other) => all.has(comparedText(other.content)));
    // Two comments may enclose visible text, which is not hidden by them.
    if (run && joined)
      found[found.length - 1] = {
        start: run.start,
        end: block.end,
        hidden: hidden && between.every(isComment),
        last: at,
      };
    else found.push({ start: block.start, end: block.end, hidden, last: at });
  });
  return found.map(({ start, end, hidden }) => ({ start, end, hidden }));
}

/** The blocks without the containers around them; tasks count as leaves. */
function leafBlocks(blocks: readonly Block[], leaves: Block[] = []): Block[] {
  for (const block of blocks) {
    if (holdsLeaves(block)) leafBlocks(block.children, leaves);
    else leaves.push(block);
  }
  return leaves;
}

/** True for a container. A task is not one: its text is always the author's. */
function holdsLeaves({ box, children }: Block): boolean {
  return children.length > 0 && !box;
}

function isGuidance(block: Block): boolean {
  if (!isText(block)) return false;
  const text = fold(block.content);
  const label = /^(\*\*|__)[^*_]+\1:?$/.test(text) && !/[.!?](\*\*|__)$/.test(text);
  return isLong(text) && !label && !isMeantToStay(text) && findTokens(text).length === 0;
}

function isText({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'html';
}

/** True for text of several words; in scripts without spaces between words, for text of many letters. */
function isLong(text: string): boolean {
  const words = text.split(' ').filter(hasLetterOrDigit);
  return words.length >= MIN_WORDS || (!isPlain(text) && lettersWithoutSpaces(text) >= MIN_LETTERS);
}

function lettersWithoutSpaces(text: string): number {
  return (
    text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/gu)?.length ?? 0
  );
}
