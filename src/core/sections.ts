/** Sections: headings and all that stands under them. */

import type { Heading } from './headings';
import type { Block } from './markdown';
import type { Part } from './parts';

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

interface OpenSection extends Section {
  end: number;
  bodyEnd: number;
  readonly parent?: OpenSection;
  readonly children: OpenSection[];
}

/** The sections that the parts of a document with `lineCount` lines are, each part its heading and own blocks. */
export function buildSections(parts: readonly Part[], lineCount: number): Section[] {
  const all: OpenSection[] = [];
  const open: OpenSection[] = [];
  for (const { heading, blocks } of parts) {
    if (!heading) continue;
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
      blocks: blocks.slice(1),
      ...(parent && { parent }),
      children: [],
    };
    parent?.children.push(section);
    all.push(section);
    open.push(section);
  }
  return all;
}
