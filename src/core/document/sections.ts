/** Sections: headings and the content below them. */

import type { Block } from '../markdown/markdown';
import type { Heading } from './headings';
import { moveHeading, placed } from './lineOffset';
import type { Part } from './parts';

/** The property of a section that holds its part. */
export const PART = Symbol('part');

/** A heading and the content below it, up to the next heading that is not deeper. */
export interface Section {
  readonly heading: Heading;
  /** The heading's line, and the line after the section's last, including sub-sections and blank lines. */
  readonly start: number;
  readonly end: number;
  /** The line at which the first sub-section starts; `end` if there is none. */
  readonly bodyEnd: number;
  /** The section's own blocks, without its sub-sections. */
  readonly blocks: readonly Block[];
  readonly parent?: Section | undefined;
  readonly children: readonly Section[];
  /** The part of the section without its sub-sections, for derived values. Its line numbers may be outdated. */
  readonly [PART]: Part;
}

/** Shared by all sections without sub-sections; it stays empty. */
const NO_SECTIONS: Section[] = [];

/** A section of a part with a heading. If the part has moved, heading and blocks are moved lazily. */
class PartSection implements Section {
  end: number;
  bodyEnd: number;
  children = NO_SECTIONS;
  readonly #part: Part;
  #heading: Heading;

  constructor(
    part: Part,
    heading: Heading,
    readonly start: number,
    lineCount: number,
    readonly parent: PartSection | undefined,
  ) {
    this.#part = part;
    this.#heading = heading;
    this.end = lineCount;
    this.bodyEnd = lineCount;
    parent?.add(this);
  }

  private add(child: Section): void {
    if (this.children.length > 0) this.children.push(child);
    else this.children = [child];
  }

  get [PART](): Part {
    return this.#part;
  }

  get heading(): Heading {
    const { line } = this.#heading;
    if (line !== this.start) this.#heading = moveHeading(this.#heading, this.start - line);
    return this.#heading;
  }

  get blocks(): readonly Block[] {
    return placed(this.#part, this.start).blocks.slice(1);
  }

  /** True if a following section with heading level `level` is a sub-section of this one. */
  takes(level: number): boolean {
    return this.#heading.level < level;
  }
}

/** The section whose heading starts on a line; undefined if there is none. */
export function sectionOnLine(sections: readonly Section[], line: number): Section | undefined {
  return sections.find(({ start }) => start === line);
}

/** The innermost section around a line; undefined above the first one. `sections` are in document order. */
export function sectionAround(sections: readonly Section[], line: number): Section | undefined {
  return sections.findLast(({ start }) => start <= line);
}

/** The line after the section's own content, without link reference definitions at its end. */
export function contentEnd({ blocks, heading }: Section): number {
  return blocks.findLast(({ kind }) => kind !== 'definition')?.end ?? heading.endLine;
}

/** The section tree of a document with `lineCount` lines, as a list in document order: one section for each part. */
export function buildSections(
  parts: readonly Part[],
  starts: readonly number[],
  lineCount: number,
): Section[] {
  const all: PartSection[] = [];
  let last: PartSection | undefined;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    const start = starts[at] ?? 0;
    if (!part?.heading) continue;
    if (last) last.bodyEnd = start;
    let parent = last;
    while (parent && !parent.takes(part.heading.level)) {
      parent.end = start;
      parent = parent.parent;
    }
    last = new PartSection(part, part.heading, start, lineCount, parent);
    all.push(last);
  }
  return all;
}
