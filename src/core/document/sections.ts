/** Sections: headings and all that stands under them. */

import type { Block } from '../markdown/markdown';
import type { Heading } from './headings';
import { moveHeading, placed } from './lineOffset';
import type { Part } from './parts';

/** Where a section keeps its part. */
export const PART = Symbol('part');

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
  readonly parent?: Section | undefined;
  readonly children: readonly Section[];
  /** What it is without its sub-sections, for derived values; on other lines than the section's. */
  readonly [PART]: Part;
}

/** Shared by all that have no sub-section; nothing is ever added to it. */
const NO_SECTIONS: Section[] = [];

/** A section of a part with a heading. Where the part has moved, heading and blocks are moved when they are read. */
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

  /** True if a section of that level, right after it, would be its sub-section. */
  takes(level: number): boolean {
    return this.#heading.level < level;
  }
}

/** The line after the last of a section's own blocks; the definitions that it ends with stay at its end. */
export function contentEnd({ blocks, heading }: Section): number {
  return blocks.findLast(({ kind }) => kind !== 'definition')?.end ?? heading.endLine;
}

/** The sections that the parts of a document with `lineCount` lines are, each part its heading and own blocks. */
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
