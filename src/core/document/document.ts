/** A document: sections, header fields and blocks with their places. Any text parses. */

import type { Block } from '../markdown/markdown';
import { parseBlocks } from '../markdown/markdown';
import { findMark } from '../markdown/marks';
import { memoize } from '../query/memoize';
import type { Region } from '../text/regions';
import { blanked, findFrontMatter, findInstructions, hasInstructionsTag } from '../text/regions';
import type { Line } from '../text/text';
import { BOM, dominantEnding, splitLines } from '../text/text';
import { labelsIn } from './definitions';
import type { Field } from './fields';
import type { Heading } from './headings';
import { placed } from './lineOffset';
import type { Part } from './parts';
import { cutParts, lineAt, linesBetween, startsOf } from './parts';
import type { HeaderKind } from './readFields';
import { readHeader, readPreamble } from './readFields';
import type { Section } from './sections';
import { buildSections } from './sections';

export type { Heading } from './headings';
export type { HeaderKind } from './readFields';
export type { Section } from './sections';

const MOST_TOP_LINES = 100;

/** Where a document keeps its parse. */
export const PARSE = Symbol('parse');

/** What parsing a text gives. All else that a document says is derived from it. */
export interface Parse {
  readonly parts: readonly Part[];
  /** The line on which each part starts. */
  readonly starts: readonly number[];
  readonly lineCount: number;
  /** The text starts with a byte order mark. */
  readonly hasBom: boolean;
  /** The text may have a tag of an instruction region. */
  readonly hasTags: boolean;
  readonly frontMatter?: Region | undefined;
  readonly instructions: readonly Region[];
}

/** An immutable document. Its properties are derived from its parse when they are read, and only once. */
export interface Document {
  /** What everything else is derived from. Its parts may stand on other lines than they say: rules leave it alone. */
  readonly [PARSE]: Parse;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly lineCount: number;
  /** The line ending that most lines have. */
  readonly ending: string;
  /** One of the lines, at less cost than all of them. */
  lineAt(line: number): Line | undefined;
  readonly frontMatter?: Region | undefined;
  readonly instructions: readonly Region[];
  readonly title?: Heading | undefined;
  /** Whether the header is of a kind that can be read and written. */
  readonly header: HeaderKind;
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
}

/** Parses any text. A byte order mark, any line endings, front matter and instruction regions are understood. */
export function parseDocument(text: string): Document {
  const lines = splitLines(text);
  const source = lines.map((line) => line.text);
  const frontMatter = findFrontMatter(source);
  const hasTags = hasInstructionsTag(text);
  const instructions = hasTags ? findInstructions(lines, frontMatter?.end ?? 0) : [];
  const visible = blanked(source, frontMatter ? [frontMatter, ...instructions] : instructions);
  const hasBom = text.startsWith(BOM);
  const plain = !hasBom && !text.includes('\r');
  const blocks = parseBlocks(visible, 0, plain ? { text, lines: source } : undefined);
  const parts = cutParts(lines, 0, blocks);
  const starts = startsOf(parts);
  return documentOf({
    parts,
    starts,
    lineCount: lines.length,
    hasBom,
    hasTags,
    frontMatter,
    instructions,
  });
}

/** The document of a parse. */
export function documentOf(parse: Parse): Document {
  return new ParsedDocument(parse);
}

class ParsedDocument implements Document {
  readonly [PARSE]: Parse;

  constructor(parse: Parse) {
    this[PARSE] = parse;
  }

  get lineCount(): number {
    return this[PARSE].lineCount;
  }

  get frontMatter(): Region | undefined {
    return this[PARSE].frontMatter;
  }

  get instructions(): readonly Region[] {
    return this[PARSE].instructions;
  }

  get text(): string {
    return textOf(this[PARSE]);
  }

  get lines(): readonly Line[] {
    return linesOf(this[PARSE]);
  }

  get ending(): string {
    return endingOf(this[PARSE]);
  }

  lineAt(line: number): Line | undefined {
    return lineAt(this[PARSE], line);
  }

  get blocks(): readonly Block[] {
    return blocksOf(this[PARSE]);
  }

  get allBlocks(): readonly Block[] {
    return allBlocksOf(this[PARSE]);
  }

  get title(): Heading | undefined {
    return titleOf(this[PARSE]);
  }

  get preamble(): readonly Block[] {
    return preambleOf(this[PARSE]);
  }

  get header(): HeaderKind {
    return headerOf(this[PARSE]).kind;
  }

  get fields(): readonly Field[] {
    return headerOf(this[PARSE]).fields;
  }

  get sections(): readonly Section[] {
    return sectionsOf(this[PARSE]);
  }

  get labels(): ReadonlySet<string> {
    return labelsOf(this[PARSE]);
  }
}

const textOf = memoize(({ hasBom, parts }: Parse): string => {
  let text = hasBom ? BOM : '';
  for (const { lines } of parts) for (const line of lines) text += line.text + line.end;
  return text;
});

const linesOf = memoize((parse: Parse) => linesBetween(parse, 0, parse.lineCount));

const endingOf = memoize(({ parts }: Parse) => dominantEnding(parts));

const placedParts = memoize(({ parts, starts }: Parse) =>
  parts.map((part, index) => placed(part, starts[index] ?? 0)),
);

const blocksOf = memoize((parse: Parse) => placedParts(parse).flatMap(({ blocks }) => blocks));

const allBlocksOf = memoize((parse: Parse) => placedParts(parse).flatMap(({ allBlocks }) => allBlocks));

const labelsOf = memoize((parse: Parse) => new Set(labelsIn(parse).toLowerCase().match(/.+/g)));

const headerOf = memoize((parse: Parse) =>
  readHeader(headLines(parse), parse.frontMatter, preambleOf(parse), () => topLines(parse)),
);

const sectionsOf = memoize((parse: Parse): Section[] => {
  const first = titleOf(parse) ? 2 : 1;
  return buildSections(parse.parts.slice(first), parse.starts.slice(first), parse.lineCount);
});

/** The blocks before the first section: no part but the first two can have any. */
const preambleOf = memoize((parse: Parse): Block[] => {
  const [first, second] = headOf(parse);
  return [...(first?.blocks ?? []), ...(titleOf(parse) ? (second?.blocks.slice(1) ?? []) : [])];
});

/** The parts before the second heading. They stand where they stand: nothing is above them. */
function headOf({ parts, starts }: Parse): Part[] {
  return parts.slice(0, 2).map((part, index) => placed(part, starts[index] ?? 0));
}

function headLines(parse: Parse): string[] {
  return headOf(parse).flatMap(({ lines }) => lines.map(({ text }) => text));
}

/** Front matter that is not closed is looked for no further down than people write it. */
function topLines(parse: Parse): string[] {
  return linesBetween(parse, 0, Math.min(parse.lineCount, MOST_TOP_LINES)).map(({ text }) => text);
}

/**
 * The title is the first heading if the next one is deeper and it carries no mark; or a first H1 that stands
 * before the header fields, even where the sections are H1 too.
 */
const titleOf = memoize((parse: Parse): Heading | undefined => {
  const [, part] = headOf(parse);
  const first = part?.heading;
  const second = parse.parts[2]?.heading;
  if (!first || findMark(first.text)) return undefined;
  if (second === undefined) return first.level === 1 ? first : undefined;
  if (second.level > first.level) return first;
  if (first.level !== 1) return undefined;
  return readPreamble(headLines(parse), part.blocks.slice(1)).some(isHeaderField) ? first : undefined;
});

/** Prose and quotes have colons, too: no name in lower case makes the heading above it a title. */
function isHeaderField({ name, lead }: Field): boolean {
  return !/^[a-z]/.test(name) && !lead.includes('>');
}

/** The section and all sections under it, in document order. */
export function subtree(section: Section, all: Section[] = []): readonly Section[] {
  all.push(section);
  for (const child of section.children) subtree(child, all);
  return all;
}
