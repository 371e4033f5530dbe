/** Finds the sections of an old document again in the new one: by the template, by name, or by their text. */

import type { Analysis } from '../analysis/analyze';
import type { Section } from '../document/document';
import { subtree } from '../document/document';
import { textOf } from '../review/sectionText';
import type { SectionSpec } from '../template/template';
import { isOnly, Pairing } from './pairs';

/** A section of one of the two documents. */
export interface Part {
  readonly section: Section;
  readonly analysis: Analysis;
  /** The section of the template that it is; undefined if the template has none. */
  readonly spec: SectionSpec | undefined;
}

/** A text that is shorter may be in two sections by chance. */
const LONG = 20;

/** The sections of a document. Headings that are milestones of its plan are none. */
export function partsOf(analysis: Analysis): readonly Part[] {
  const { document, plan, bound } = analysis;
  const milestones = new Set(plan.milestones.map(({ line }) => line));
  return document.sections
    .filter(({ heading }) => !milestones.has(heading.line))
    .map((section) => ({ section, analysis, spec: bound?.outline.specOf.get(section) }));
}

/** The pairs of the sections of two documents. */
export function pairParts(before: readonly Part[], after: readonly Part[]): Pairing<Part> {
  const pairs = new Pairing<Part>();
  for (const keyOf of [pathOf, specOf]) pairs.byKey(before, after, keyOf);
  for (const keyOf of [nameOf, contentOf]) pairs.byKey(before, after, keyOf, isOnly);
  return pairs;
}

/** The names of the sections around it, and its own. */
function pathOf({ section }: Part): string {
  const names: string[] = [];
  for (let one: Section | undefined = section; one; one = one.parent) names.unshift(nameOfSection(one));
  return names.join('\n');
}

/** The place in the template; empty for a pattern, which any number of sections may follow. */
function specOf({ spec }: Part): string {
  if (!spec || spec.repeatable) return '';
  return `${spec.parent?.name.key ?? ''}\n${spec.name.key}`;
}

function nameOf({ section }: Part): string {
  return nameOfSection(section);
}

/** A heading that is being typed has no name yet, and is the same one in both documents. */
function nameOfSection({ heading }: Section): string {
  return heading.name.key || heading.text || '#'.repeat(heading.level);
}

/** The text of the section and its sub-sections; empty if it is too short to tell sections apart. */
function contentOf({ section, analysis: { document } }: Part): string {
  const text = textOf(section, (line) => document.lineAt(line)?.text ?? '');
  const names = subtree(section)
    .slice(1)
    .map(({ heading }) => heading.text);
  return text.length < LONG ? '' : [...names, text].join('\n');
}
