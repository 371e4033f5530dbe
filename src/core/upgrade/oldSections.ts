/** The sections of a document that its template has renamed. */

import type { Document, Section } from '../document/document';
import { resolvedAnchors } from '../document/links/anchors';
import type { Link } from '../document/links/links';
import { isReference, readLinks } from '../document/links/links';
import { isNamed } from '../outline/matches';
import type { Outline } from '../outline/outline';
import { bindingsOf, bindOutline } from '../outline/outline';
import type { SectionSpec } from '../template/template';
import type { RenamedSection, TemplateChange } from './templateChange';

/** A rename of the template, and what the document had of the section under the old template. */
export interface OldSection extends RenamedSection {
  /** The lines of the headings that were the section; renames keep them. */
  readonly lines: readonly number[];
}

/** What the document has of each renamed section, as the older version of the template binds it. */
export function oldSections(document: Document, { before, renamed }: TemplateChange): OldSection[] {
  const outline = bindOutline(document, before);
  return renamed.map((one) => {
    const bound = bindingsOf(outline).get(one.from)?.sections ?? [];
    // A section about several subjects is bound to one of them only.
    const covering = outline.covered.has(one.from)
      ? document.sections.filter(({ heading }) => isNamed(heading.name, one.from))
      : [];
    return { ...one, lines: [...bound, ...covering].map(({ heading }) => heading.line) };
  });
}

/** True if the document has the section under its new name, or in part of another section. */
export function isAnswered(outline: Outline, to: SectionSpec, old: Section): boolean {
  const sections = bindingsOf(outline).get(to)?.sections ?? [];
  return sections.some((section) => section !== old || isNamed(section.heading.name, to));
}

const IN_BRACKETS = /\[([^[\]]{1,1000})\]/g;

/** The links in the heading on a line, where those to anchors lead, and the labels that definitions give an address. */
export function linksOn(document: Document, line: number): string {
  const isHere = ({ range: { start } }: Link): boolean => start.line === line;
  const targets = readLinks(document).filter(isHere);
  const resolved = resolvedAnchors(document).filter(isHere);
  const labels = [...(document.lineAt(line)?.text ?? '').matchAll(IN_BRACKETS)].flatMap(
    ({ 1: label = '' }) => (isReference(document, label) ? label : []),
  );
  return JSON.stringify([targets.map(({ target }) => target), resolved.map((link) => link.line), labels]);
}
