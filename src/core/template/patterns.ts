/** Recognizes sections of a template that no document must have: patterns, tables of contents, notes on the template. */

import type { Document, Section } from '../document/document';
import type { Block } from '../markdown/markdown';
import type { Requirement } from '../markdown/marks';
import { withoutMark } from '../markdown/marks';
import { mayOmit } from '../markdown/omission';
import { findTokens } from '../markdown/tokens';
import type { Name } from '../text/names';
import { nameKey, nameSpan } from '../text/names';
import vocabulary from '../vocabulary/vocabulary.json';
import { isTitleSample } from './titleSamples';

const CONTENTS: ReadonlySet<string> = new Set(vocabulary.names.contents.map(nameKey));
const ABOUT_TEMPLATE: ReadonlySet<string> = new Set(vocabulary.names.template.map(nameKey));
/** What siblings count with: numbers, or a single letter at the end. */
const COUNTER = /\d+|(?<=[ \t])[A-Z]$/g;
/** A number at the end of a name that starts a count ("Story 1"). */
const STARTS_COUNT = /(?<!\d)1$/;

/**
 * The sections whose headings are patterns: with a placeholder or without words, a sample title, siblings that differ
 * in a number only ("Story 1", "Story 2"), and a single one that starts to count.
 */
export function patternSections(document: Document): ReadonlySet<Section> {
  const { sections, title } = document;
  const counted = countedSections(sections);
  return new Set(
    sections.filter((section, at) => {
      const { text, name } = section.heading;
      const isTitle = at === 0 && title === undefined && isTitleSample(text);
      return isTitle || counted.has(section) || name.key === '' || findTokens(withoutMark(text)).length > 0;
    }),
  );
}

/** True for the name of a table of contents, which tools write. */
export function isContentsSection({ key }: Name): boolean {
  return CONTENTS.has(key);
}

/**
 * The requirement of a section without a mark: that of an optional section around it, because a document that may leave
 * out a section may leave out any part of it; optional for a table of contents, for notes on the template, and where the
 * guidance says so; else the given one.
 */
export function unmarkedIn(
  section: Section,
  parent: Requirement | undefined,
  fallback: Requirement,
): Requirement {
  if (parent?.kind === 'optional') return parent;
  const { name } = section.heading;
  const isExtra =
    isContentsSection(name) ||
    name.words.some((word) => ABOUT_TEMPLATE.has(word)) ||
    saysMayOmit(section.blocks);
  return isExtra ? { kind: 'optional' } : fallback;
}

/** True for guidance that lets an author leave out the section. It is no mark: it says nothing of sections without it. */
function saysMayOmit(blocks: readonly Block[]): boolean {
  return blocks.some(({ content, children }) =>
    children.length > 0 ? saysMayOmit(children) : mayOmit(content),
  );
}

function countedSections(sections: readonly Section[]): ReadonlySet<Section> {
  const groups = new Map<Section | undefined, Map<string, Section[]>>();
  for (const section of sections) {
    const text = countText(section);
    const shape = text.replace(COUNTER, '#');
    if (shape === text) continue;
    const siblings = groups.get(section.parent) ?? new Map<string, Section[]>();
    groups.set(section.parent, siblings);
    const group = siblings.get(shape);
    if (group) group.push(section);
    else siblings.set(shape, [section]);
  }
  const all = [...groups.values()].flatMap((siblings) => [...siblings.values()]);
  return new Set(all.filter(isCount).flat());
}

/** The text in which headings that count differ by their counters only; a number in front counts all headings. */
function countText({ heading }: Section): string {
  const text = withoutMark(heading.text);
  return text.slice(nameSpan(text).start).replace(/[.:]$/, '');
}

function isCount([first, second]: readonly Section[]): boolean {
  if (!first) return false;
  return second ? second.heading.name.key !== first.heading.name.key : STARTS_COUNT.test(countText(first));
}
