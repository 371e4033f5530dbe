/** The sections that contain the plan of a document. */

import type { Document, Section } from '../document/document';
import { namedPlans } from '../outline/namedPlans';
import type { Outline } from '../outline/outline';
import { memoize } from '../query/memoize';
import { namesPlan } from '../template/planWords';

/**
 * The sections of the plan: those of the template's plan. If the document has none of them, or without a template, those
 * whose headings name a plan; beside a template only if they have tasks.
 */
export function planSections(document: Document, outline?: Outline): readonly Section[] {
  if (!outline) {
    return document.sections.filter(({ parent, heading }) => !parent && namesPlan(heading.text));
  }
  const bound = sectionsOfPlan(outline);
  return bound.length > 0 ? bound : namedPlans(document, (section) => !outline.specOf.has(section));
}

/** The outermost sections that are bound to the template's plan, in document order. */
export const sectionsOfPlan = memoize(({ bindings }: Outline): readonly Section[] => {
  const plans = new Set(bindings.filter(({ spec }) => spec.plan).flatMap(({ sections }) => sections));
  // A sub-section of the plan may be bound on its own, but its parent already includes it.
  return [...plans].filter((section) => !liesIn(section.parent, plans)).sort((a, b) => a.start - b.start);
});

function liesIn(section: Section | undefined, sections: ReadonlySet<Section>): boolean {
  return section !== undefined && (sections.has(section) || liesIn(section.parent, sections));
}
