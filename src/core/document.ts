/** A document: sections, header fields and blocks with their places. Any text parses. */

import type { Field } from './fields';
import { readFields } from './fields';
import { findLabels } from './labels';
import type { Leaf } from './leaves';
import { readLeaves } from './leaves';
import type { Block } from './markdown';
import { parseBlocks, walkBlocks } from './markdown';
import { findMark, withoutMark } from './marks';
import type { Name } from './names';
import { readName } from './names';
import type { Region } from './regions';
import { findFrontMatter, findInstructions } from './regions';
import type { Line, Range } from './text';
import { range, splitLines } from './text';

export interface Heading {
  /** The inline source, without `#` marks. */
  readonly text: string;
  /** The text without a requirement mark, ready for comparing. */
  readonly name: Name;
  readonly level: number;
  readonly line: number;
  /** The line after the heading: one line on for `#`, more for an underlined one. */
  readonly endLine: number;
  /** Where the text stands. */
  readonly range: Range;
}

/** A heading and everything under it, up to the next heading that is not deeper. */
export interface Section {
  readonly heading: Heading;
  /** The heading's line, and the line after the section's last, sub-sections and blank lines included. */
  readonly start: number;
  readonly end: number;
  /** The line after the section's own blocks: where its first sub-section starts, or its end. */
  readonly bodyEnd: number;
  /** The section's own blocks, without its sub-sections. */
  readonly blocks: readonly Block[];
  readonly parent?: Section;
  readonly children: readonly Section[];
}

export interface Document {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly frontMatter?: Region;
  readonly instructions: readonly Region[];
  readonly title?: Heading;
  readonly fields: readonly Field[];
  /** Blocks before the first section, the title left out. */
  readonly preamble: readonly Block[];
  /** Every section, parents before their children, in document order. */
  readonly sections: readonly Section[];
  /** All top-level blocks in order. */
  readonly blocks: readonly Block[];
  /** The labels that the document defines links for, in lower case. */
  readonly labels: ReadonlySet<string>;
  /** Every block, parents before their children, in document order. */
  readonly allBlocks: readonly Block[];
  /** The text in which a link or a placeholder may stand, in order. */
  readonly leaves: readonly Leaf[];
}

const NO_LABELS: ReadonlySet<string> = new Set();

/** Parses any text. A byte order mark, any line endings, front matter and instruction regions are understood. */
export function parseDocument(text: string): Document {
  const lines = splitLines(text);
  const source = lines.map((line) => line.text);
  const frontMatter = findFrontMatter(source);
  const instructions = /<instructions>/i.test(text) ? findInstructions(source, frontMatter?.end ?? 0) : [];
  const visible = blanked(source, frontMatter ? [frontMatter, ...instructions] : instructions);
  const plain = visible === source && !/^\uFEFF|\r/.test(text);
  const blocks = parseBlocks(visible, plain ? text : undefined);
  const allBlocks = walkBlocks(blocks);
  const headings = blocks
    .filter((block) => block.kind === 'heading')
    .map((block) => readHeading(source, block));
  const title = findTitle(headings, source, blocks);
  const sections = buildSections(title ? headings.slice(1) : headings, blocks, source.length);
  const first = sections[0]?.start ?? source.length;
  const preamble = blocks.filter((block) => block.start < first && block.start !== title?.line);
  return {
    text,
    lines,
    ...(frontMatter && { frontMatter }),
    instructions,
    ...(title && { title }),
    fields: readFields(
      visible === source ? source : unblank(visible, source, frontMatter),
      frontMatter,
      preamble,
    ),
    preamble,
    sections,
    blocks,
    labels: text.includes(']:') ? findLabels(lines) : NO_LABELS,
    allBlocks,
    leaves: readLeaves(source, allBlocks),
  };
}

function blanked(source: readonly string[], regions: readonly Region[]): readonly string[] {
  if (regions.length === 0) return source;
  const lines = [...source];
  for (const { start, end } of regions) lines.fill('', start, end);
  return lines;
}

/** Fields are read from the text Markdown saw, and from the front matter that it did not see. */
function unblank(
  visible: readonly string[],
  source: readonly string[],
  region: Region | undefined,
): string[] {
  return visible.map((line, index) => (region && index < region.end ? (source[index] ?? '') : line));
}

/** Where the text of a heading's line can start: after its blanks and `#` marks. */
function indentOf(line: string): number {
  const start = line.length - line.trimStart().length;
  let at = start;
  while (line[at] === '#' && at < start + 6) at++;
  return at > start && (line[at] === ' ' || line[at] === '\t') ? at + 1 : start;
}

function firstLine(content: string): string {
  const end = content.indexOf('\n');
  return end < 0 ? content : content.slice(0, end);
}

/** White space folded to single blanks; nearly all headings have nothing to fold. */
function foldLines(content: string): string {
  return /[^\S ]| {2}/.test(content) ? content.replace(/\s+/g, ' ') : content;
}

function readHeading(source: readonly string[], block: Block): Heading {
  const text = foldLines(block.content);
  const line = source[block.start] ?? '';
  const first = firstLine(block.content);
  const column = first === '' ? line.trimEnd().length : Math.max(0, line.indexOf(first, indentOf(line)));
  return {
    text,
    name: readName(withoutMark(text)),
    level: block.level,
    line: block.start,
    endLine: block.end,
    range: range(block.start, first === '' ? 0 : column, block.start, column + first.length),
  };
}

/**
 * The title is the first heading if the next one is deeper and it carries no mark; or a first H1 that stands
 * before the header fields, even where the sections are H1 too.
 */
function findTitle(
  headings: readonly Heading[],
  source: readonly string[],
  blocks: readonly Block[],
): Heading | undefined {
  const [first, second] = headings;
  if (!first || findMark(first.text)) return undefined;
  if (second === undefined) return first.level === 1 ? first : undefined;
  if (second.level > first.level) return first;
  if (first.level !== 1) return undefined;
  const between = blocks.filter((block) => block.start > first.line && block.start < second.line);
  return readFields(source, undefined, between).length > 0 ? first : undefined;
}

interface OpenSection {
  heading: Heading;
  start: number;
  end: number;
  bodyEnd: number;
  blocks: Block[];
  parent?: OpenSection;
  children: OpenSection[];
}

function buildSections(headings: readonly Heading[], blocks: readonly Block[], lineCount: number): Section[] {
  const all: OpenSection[] = [];
  const open: OpenSection[] = [];
  for (const heading of headings) {
    const before = all.at(-1);
    if (before) before.bodyEnd = heading.line;
    for (let last = open.at(-1); last && last.heading.level >= heading.level; last = open.at(-1)) {
      last.end = heading.line;
      open.pop();
    }
    const parent = open.at(-1);
    const section: OpenSection = {
      heading,
      start: heading.line,
      end: lineCount,
      bodyEnd: lineCount,
      blocks: [],
      ...(parent && { parent }),
      children: [],
    };
    parent?.children.push(section);
    all.push(section);
    open.push(section);
  }
  assignBlocks(all, blocks);
  return all;
}

function assignBlocks(sections: readonly OpenSection[], blocks: readonly Block[]): void {
  let at = -1;
  for (const block of blocks) {
    while (block.start >= (sections[at + 1]?.start ?? Number.POSITIVE_INFINITY)) at++;
    const section = sections[at];
    if (section && block.start >= section.heading.endLine) section.blocks.push(block);
  }
}

/** The section and all sections under it, in document order. */
export function subtree(document: Document, section: Section): readonly Section[] {
  return document.sections.filter((other) => other.start >= section.start && other.start < section.end);
}
