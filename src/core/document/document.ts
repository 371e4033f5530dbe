/** The parsed document: sections, header fields and blocks with their positions. Parsing never fails. */

import type { Block } from '../markdown/markdown';
import { parseBlocks } from '../markdown/markdown';
import { memoize } from '../query/memoize';
import type { Region } from '../text/regions';
import { blanked, findFrontMatter, findInstructions, hasInstructionsTag } from '../text/regions';
import type { Line } from '../text/text';
import { BOM, dominantEnding, splitLines } from '../text/text';
import type { Field } from './fields/fields';
import type { HeaderKind } from './fields/readFields';
import { readHeader } from './fields/readFields';
import type { Heading } from './headings';
import { placed } from './lineOffset';
import { labelsIn } from './links/definitions';
import type { Part } from './parts';
import { cutParts, lineAt, linesBetween, startsOf } from './parts';
import type { Section } from './sections';
import { buildSections } from './sections';
import type { Title } from './title';
import { findTitle } from './title';

export type { HeaderKind } from './fields/readFields';
export type { Heading } from './headings';
export type { Section } from './sections';

/** Unclosed front matter is recognized in this many lines at the top only. */
const MAX_TOP_LINES = 100;

/** The property of a document that holds its parse. */
export const PARSE = Symbol('parse');

/** The result of parsing a text, from which all other properties of a document are derived. */
export interface Parse {
  readonly parts: readonly Part[];
  /** The line on which each part starts. */
  readonly starts: readonly number[];
  readonly lineCount: number;
  /** The text starts with a byte order mark. */
  readonly hasBom: boolean;
  /** The text may contain the tag of an instruction region. */
  readonly hasTags: boolean;
  readonly frontMatter?: Region | undefined;
  readonly instructions: readonly Region[];
}

/** An immutable document. Its properties are lazy and memoized. */
export interface Document {
  /** The parse. Rules must not use it: the line numbers in its parts may be outdated. */
  readonly [PARSE]: Parse;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly lineCount: number;
  /** The line ending that most lines have. */
  readonly ending: string;
  /** One line; cheaper than `lines`. */
  lineAt(line: number): Line | undefined;
  readonly frontMatter?: Region | undefined;
  readonly instructions: readonly Region[];
  readonly title?: Heading | undefined;
  /** The format of the header. */
  readonly header: HeaderKind;
  readonly fields: readonly Field[];
  /** The blocks before the first section, without the title. */
  readonly preamble: readonly Block[];
  /** All sections, parents before their children, in document order. */
  readonly sections: readonly Section[];
  /** The top-level blocks, in order. */
  readonly blocks: readonly Block[];
  /** The labels of all link reference definitions, in lower case. */
  readonly labels: ReadonlySet<string>;
  /** All blocks, parents before their children, in document order. */
  readonly allBlocks: readonly Block[];
}

/** Parses any text, with or without a byte order mark, front matter and instruction regions. */
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

/** Creates the document of a parse. */
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
    return titleOf(this[PARSE])?.heading;
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
  const first = titleOf(parse)?.partCount ?? 1;
  return buildSections(parse.parts.slice(first), parse.starts.slice(first), parse.lineCount);
});

/** The blocks before the first section. Only the first two parts can have any. */
const preambleOf = memoize((parse: Parse): Block[] => {
  const [first, second] = headOf(parse);
  const isTitled = titleOf(parse)?.partCount === 2;
  return [...(first?.blocks ?? []), ...(isTitled ? (second?.blocks.slice(1) ?? []) : [])];
});

/** The parts before the second heading, with current line numbers. */
function headOf({ parts, starts }: Parse): Part[] {
  return parts.slice(0, 2).map((part, index) => placed(part, starts[index] ?? 0));
}

function headLines(parse: Parse): string[] {
  return headOf(parse).flatMap(({ lines }) => lines.map(({ text }) => text));
}

function topLines(parse: Parse): string[] {
  return linesBetween(parse, 0, Math.min(parse.lineCount, MAX_TOP_LINES)).map(({ text }) => text);
}

const titleOf = memoize((parse: Parse): Title | undefined =>
  findTitle(headOf(parse), parse.parts[2]?.heading, () => headLines(parse)),
);

/** The section and all its sub-sections at any depth, in document order. */
export function subtree(section: Section, all: Section[] = []): readonly Section[] {
  all.push(section);
  for (const child of section.children) subtree(child, all);
  return all;
}
