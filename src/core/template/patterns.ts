/** Finds the headings of a template that are patterns: a document has any number of such sections, also none. */

import type { Document, Section } from '../document/document';
import { withoutMark } from '../markdown/marks';
import { findTokens } from '../markdown/tokens';
import { isTitleSample } from './titleSamples';

/** A number at the end of a name that starts a count ("Story 1"), before a tail. */
const STARTS_COUNT = /(?<!\d)1[.:]?$/;

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

function countedSections(sections: readonly Section[]): ReadonlySet<Section> {
  const byParent = new Map<Section | undefined, Map<string, Section[]>>();
  for (const section of sections) {
    const { key } = section.heading.name;
    if (!/\d/.test(key)) continue;
    const siblings = byParent.get(section.parent) ?? new Map<string, Section[]>();
    byParent.set(section.parent, siblings);
    const shape = key.replace(/\d+/g, '#');
    siblings.set(shape, [...(siblings.get(shape) ?? []), section]);
  }
  const groups = [...byParent.values()].flatMap((siblings) => [...siblings.values()]);
  return new Set(groups.filter(isCount).flat());
}

function isCount([first, second]: readonly Section[]): boolean {
  if (!first) return false;
  const { key, text } = { key: first.heading.name.key, text: withoutMark(first.heading.text) };
  return second ? second.heading.name.key !== key : STARTS_COUNT.test(text);
}
