/** The section that sums a document up, by its template. */

import type { Document, Section } from '../document/document';
import type { Block } from '../markdown/markdown';
import { summarized } from '../outline/leadText';
import type { Binding, Outline } from '../outline/outline';
import { isLicenceSection, isStatusSection } from '../template/keptText';
import { isContentsSection } from '../template/patterns';
import { onlyOfKind } from '../template/synonyms';
import { contentOf } from '../template/written';

/** What sums a document up: the text in front of its sections, or sections; undefined if nothing does. */
export type Summary =
  | { readonly kind: 'lead' }
  | { readonly kind: 'sections'; readonly sections: readonly Section[] };

/**
 * The summary of a document: the section that its template has for it, or the text in front of its sections; else the
 * first section with prose of the lead group, or of those that the template requires. Undefined if the template does not
 * tell the sections apart. Only text of the author counts.
 */
export function summaryOf(document: Document, outline: Outline): Summary | undefined {
  const { template, specOf } = outline;
  const written = writtenBindings(outline);
  const named = onlyOfKind(template.sections, 'summary');
  const own = written.find(({ spec }) => spec === named);
  if (own) return { kind: 'sections', sections: own.sections };
  if (summarized(document, template, specOf)) return { kind: 'lead' };
  const lead = template.lead.flatMap((spec) => written.find((binding) => binding.spec === spec) ?? []);
  const first = lead[0] ?? written.find(({ spec }) => spec.requirement.kind === 'required');
  return first && { kind: 'sections', sections: first.sections };
}

/** The headings of the sections that a person may name as the summary. */
export function summaryCandidates(outline: Outline): string[] {
  return writtenBindings(outline).flatMap(({ sections }) => sections.map(({ heading }) => heading.name.text));
}

function writtenBindings(outline: Outline): readonly Binding[] {
  return outline.bindings.filter((binding) => isWritten(binding, outline));
}

/** True for prose of the author, which is no plan, list of next steps, status, licence or table of contents. */
function isWritten({ spec, sections }: Binding, { template }: Outline): boolean {
  if (spec.plan || spec.next || isStatusSection(spec.name)) return false;
  if (isLicenceSection(spec.name) || isContentsSection(spec.name)) return false;
  return sections.some(
    (section) => section.blocks.some(isProse) && contentOf(section, template.guidance) === 'written',
  );
}

function isProse({ kind, box, children }: Block): boolean {
  if (box) return false;
  return kind === 'paragraph' || children.some(isProse);
}
