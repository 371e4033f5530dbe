/** A design in sections of the author's own, where the template has one section for it. */

import type { Document, Section } from '../document/document';
import { PART } from '../document/sections';
import { isApparatus, isLog } from './inferred';
import { matchesOf } from './matches';
import { isContentsSection } from './patterns';
import { isCommonName, onlyOfKind } from './synonyms';
import type { SectionSpec, Template } from './template';

/** The fewest sections of the author's, and lines in them, that are a design. */
const FEWEST = 2;
const FEWEST_LINES = 20;

/**
 * The section for the design of a template, if the document has outermost sections with names of its own instead: what is
 * designed gives them their names. Not where the template marks the section, or all of its sections stay.
 */
export function designedElsewhere(
  { sections }: Document,
  template: Template,
  specOf: ReadonlyMap<Section, SectionSpec>,
  outermost: number,
): SectionSpec | undefined {
  const design = template.keepsAll ? undefined : onlyOfKind(template.sections, 'design');
  if (!design || design.isMarked) return undefined;
  const own = sections.filter(
    (section) =>
      (section.parent === undefined || section.heading.level <= outermost) &&
      !specOf.has(section) &&
      !matchesOf(section[PART], template) &&
      !isNamedElsewhere(section),
  );
  const lines = own.reduce((sum, { start, end }) => sum + end - start, 0);
  return own.length >= FEWEST && lines >= FEWEST_LINES ? design : undefined;
}

/** True for a section with a name that says that it is something else. */
function isNamedElsewhere({ heading: { name } }: Section): boolean {
  return isCommonName(name) || isApparatus(name) || isLog(name) || isContentsSection(name);
}
