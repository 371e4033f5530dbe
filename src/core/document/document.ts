/** A document: sections, header fields and blocks with their places. Any text parses. */

import type { Block } from '../markdown/markdown';
import { parseBlocks } from '../markdown/markdown';
import { findMark } from '../markdown/marks';
import type { Region } from '../text/regions';
import { blanked, findFrontMatter, findInstructions, hasInstructionsTag } from '../text/regions';
import type { Line } from '../text/text';
import { BOM, dominantEnding, splitLines } from '../text/text';
import { labelsIn } from './definitions';
import type { Field } from './fields';
import type { Heading } from './headings';
import type { Part } from './parts';
import { cutParts, lineAt, linesBetween, startsOf } from './parts';
import { placed } from './placed';
import type { Header, HeaderKind } from './readFields';
import { readHeader, readPreamble } from './readFields';
import type { Section } from './sections';
import { buildSections } from './sections';

export type { Heading } from './headings';
export type { HeaderKind } from './readFields';
export type { Section } from './sections';

const MOST_TOP_LINES = 100;

/** What a document is made of; all else is read from it when somebody asks. */
export interface Layout {
  readonly parts: readonly Part[];
  /** The line on which each part starts. */
  readonly starts: readonly number[];
  readonly lineCount: number;
  /** The text starts with a byte order mark. */
  readonly marked: boolean;
  /** There may be a tag of an instruction region in the text. */
  readonly tagged: boolean;
  readonly frontMatter?: Region | undefined;
  readonly instructions: readonly Region[];
  /** Of which parts it was made by an edit, and from where to where (exclusive) they were replaced. */
  readonly edited?: { readonly of: readonly Part[]; readonly from: number; readonly to: number } | undefined;
  /**
   * A layout that was lost from above, as by a fence that somebody opened, and how many lines at its end still stand.
   */
  readonly earlier?: { readonly layout: Layout; readonly tail: number } | undefined;
}

export interface Document {
  readonly layout: Layout;
  readonly text: string;
  readonly lines: readonly Line[];
  /** The line ending that most lines have. */
  readonly ending: string;
  /** One of the lines: after an edit cheaper than all of them. */
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
  const tagged = hasInstructionsTag(text);
  const instructions = tagged ? findInstructions(lines, frontMatter?.end ?? 0) : [];
  const visible = blanked(source, frontMatter ? [frontMatter, ...instructions] : instructions);
  const marked = text.startsWith(BOM);
  const plain = !marked && !text.includes('\r');
  const blocks = parseBlocks(visible, 0, plain ? { text, lines: source } : undefined);
  const parts = cutParts(lines, 0, blocks);
  const layout = {
    parts,
    starts: startsOf(parts),
    lineCount: lines.length,
    marked,
    tagged,
    frontMatter,
    instructions,
  };
  return new ReadDocument(layout, { text, lines, blocks });
}

/** The document of that layout. */
export function documentOf(layout: Layout): Document {
  return new ReadDocument(layout, {});
}

/** Reads what is asked for, once: after a keystroke that is little of it. */
class ReadDocument implements Document {
  private head: Header | undefined;

  constructor(
    readonly layout: Layout,
    private readonly known: { -readonly [K in keyof Document]?: Document[K] },
  ) {}

  get frontMatter(): Region | undefined {
    return this.layout.frontMatter;
  }

  get instructions(): readonly Region[] {
    return this.layout.instructions;
  }

  get text(): string {
    this.known.text ??= joined(this.layout);
    return this.known.text;
  }

  get lines(): readonly Line[] {
    this.known.lines ??= linesBetween(this.layout, 0, this.layout.lineCount);
    return this.known.lines;
  }

  get ending(): string {
    this.known.ending ??= dominantEnding(this.layout.parts);
    return this.known.ending;
  }

  lineAt(line: number): Line | undefined {
    return this.known.lines ? this.known.lines[line] : lineAt(this.layout, line);
  }

  get blocks(): readonly Block[] {
    this.known.blocks ??= partsOf(this.layout).flatMap(({ blocks }) => blocks);
    return this.known.blocks;
  }

  get title(): Heading | undefined {
    if (!('title' in this.known)) this.known.title = findTitle(this.layout);
    return this.known.title;
  }

  get preamble(): readonly Block[] {
    this.known.preamble ??= preambleOf(this.layout, this.title);
    return this.known.preamble;
  }

  get header(): HeaderKind {
    return this.readHead().kind;
  }

  get fields(): readonly Field[] {
    return this.readHead().fields;
  }

  private readHead(): Header {
    const { layout } = this;
    this.head ??= readHeader(headLines(layout), this.frontMatter, this.preamble, () => topLines(layout));
    return this.head;
  }

  get sections(): readonly Section[] {
    this.known.sections ??= sectionsOf(this.layout, this.title);
    return this.known.sections;
  }

  get labels(): ReadonlySet<string> {
    this.known.labels ??= new Set(labelsIn(this.layout).toLowerCase().match(/.+/g));
    return this.known.labels;
  }

  get allBlocks(): readonly Block[] {
    this.known.allBlocks ??= partsOf(this.layout).flatMap(({ allBlocks }) => allBlocks);
    return this.known.allBlocks;
  }
}

function joined({ marked, parts }: Layout): string {
  let text = marked ? BOM : '';
  for (const { lines } of parts) for (const line of lines) text += line.text + line.end;
  return text;
}

function partsOf({ parts, starts }: Layout, from = 0): Part[] {
  return parts.slice(from).map((part, index) => placed(part, starts[from + index] ?? 0));
}

function sectionsOf({ parts, starts, lineCount }: Layout, title: Heading | undefined): Section[] {
  const first = title ? 2 : 1;
  return buildSections(parts.slice(first), starts.slice(first), lineCount);
}

/** The blocks before the first section: no part but the first two can have any. */
function preambleOf(layout: Layout, title: Heading | undefined): Block[] {
  const [first, second] = headOf(layout);
  return [...(first?.blocks ?? []), ...(title ? (second?.blocks.slice(1) ?? []) : [])];
}

/** The parts before the second heading. They stand where they stand: nothing is above them. */
function headOf({ parts, starts }: Layout): Part[] {
  return parts.slice(0, 2).map((part, index) => placed(part, starts[index] ?? 0));
}

function headLines(layout: Layout): string[] {
  return headOf(layout).flatMap(({ lines }) => lines.map(({ text }) => text));
}

/** Front matter that is not closed is looked for no further down than people write it. */
function topLines(layout: Layout): string[] {
  return linesBetween(layout, 0, Math.min(layout.lineCount, MOST_TOP_LINES)).map(({ text }) => text);
}

/**
 * The title is the first heading if the next one is deeper and it carries no mark; or a first H1 that stands
 * before the header fields, even where the sections are H1 too.
 */
function findTitle(layout: Layout): Heading | undefined {
  const [, part] = headOf(layout);
  const first = part?.heading;
  const second = layout.parts[2]?.heading;
  if (!first || findMark(first.text)) return undefined;
  if (second === undefined) return first.level === 1 ? first : undefined;
  if (second.level > first.level) return first;
  if (first.level !== 1) return undefined;
  return readPreamble(headLines(layout), part.blocks.slice(1)).some(isHeaderField) ? first : undefined;
}

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
