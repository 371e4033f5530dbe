/** The outline binds a document to its template. Rules walk the outline instead of searching headings. */

import type { Document, Section } from '../document/document';
import { PART } from '../document/sections';
import { memoize } from '../query/memoize';
import type { Matches } from './matches';
import { matchesOf } from './matches';
import type { SectionSpec, Template } from './template';
import { contentOf } from './written';

/** A section of the template, and the document's sections bound to it. */
export interface Binding {
  readonly spec: SectionSpec;
  /** In document order; empty if the document has none. */
  readonly sections: readonly Section[];
}

/** The binding of a document to its template. It is immutable. */
export interface Outline {
  readonly template: Template;
  /** One binding per spec, in the template's order. */
  readonly bindings: readonly Binding[];
  /** The spec to which each section is bound. */
  readonly specOf: ReadonlyMap<Section, SectionSpec>;
  /** The heading level of the template's outermost sections in this document. */
  readonly level: number;
  /** The specs bound by their own name at their own place. A section with another name cannot bind to these. */
  readonly byName: ReadonlySet<SectionSpec>;
}

/** The bindings by spec. */
export const bindingsOf = memoize(
  ({ bindings }: Outline): ReadonlyMap<SectionSpec, Binding> =>
    new Map(bindings.map((binding) => [binding.spec, binding])),
);

/**
 * Binds a document to a template, in this order of precedence: sections with the spec's own name at its place in the
 * tree, with an alias there, with a compound of the name there, and with the own name at another place.
 */
export function bindOutline(document: Document, template: Template): Outline {
  const specOf = new Map<Section, SectionSpec>();
  const taken = new Set<SectionSpec>();
  const matching = matchingSections(document, template);
  const base = outerLevel(document, matching.own, template);
  const inPlace = (section: Section, spec: SectionSpec): boolean =>
    spec.parent
      ? section.parent !== undefined && specOf.get(section.parent) === spec.parent
      : section.parent === undefined || section.heading.level <= base;

  const bind = (
    by: keyof Matches,
    fits: (section: Section, spec: SectionSpec) => boolean,
    again: boolean,
  ): void => {
    for (const section of matching[by]) {
      if (specOf.has(section)) continue;
      const candidates = matchesOf(section[PART], template)?.[by];
      // The cheap test comes first: in a long document most specs are taken.
      const found = candidates?.find(({ spec }) => (again || !taken.has(spec)) && fits(section, spec));
      if (!found) continue;
      specOf.set(section, found.spec);
      taken.add(found.spec);
    }
  };

  bind('own', inPlace, true);
  const byName = new Set(taken);
  bind('aliases', inPlace, false);
  bind('compounds', inPlace, false);
  // At another place, a section with the right name is that section on the wrong level if its heading is too high, or
  // if the spec is demanded. Otherwise it is a sub-section that happens to share the name of an optional section.
  bind('own', (section, spec) => section.heading.level < base || isDemanded(spec), false);

  const sections = new Map<SectionSpec, Section[]>(template.specs.map((spec) => [spec, []]));
  const bound = [...specOf].sort(([a], [b]) => a.start - b.start);
  for (const [section, spec] of bound) sections.get(spec)?.push(section);
  return {
    template,
    bindings: template.specs.map((spec) => ({ spec, sections: sections.get(spec) ?? [] })),
    specOf,
    level: base,
    byName,
  };
}

/** The sections that match a spec by its own name, by an alias, and by a compound. */
function matchingSections(
  document: Document,
  template: Template,
): Readonly<Record<keyof Matches, Section[]>> {
  const matching = { own: [] as Section[], aliases: [] as Section[], compounds: [] as Section[] };
  for (const section of document.sections) {
    const matches = matchesOf(section[PART], template);
    if (!matches) continue;
    if (matches.own.length > 0) matching.own.push(section);
    if (matches.aliases.length > 0) matching.aliases.push(section);
    if (matches.compounds.length > 0) matching.compounds.push(section);
  }
  return matching;
}

/**
 * The level of the outermost sections: the most common one among top-level sections of the document that have the name
 * of an outermost spec. Nested sections with such names count only in two cases: there are no top-level ones, or there
 * is a single one that contains nested ones and either has the level of the title or the document has no title.
 */
function outerLevel({ title, sections }: Document, named: readonly Section[], template: Template): number {
  const outer = named.filter((section) =>
    matchesOf(section[PART], template)?.own.some(
      ({ spec, name }) => !spec.parent && name.key === section.heading.name.key,
    ),
  );
  const free = outer.filter(({ parent }) => parent === undefined);
  const [only, ...more] = free;
  const swallowed = outer.filter(({ parent }) => parent === only);
  const isStray =
    more.length === 0 && swallowed.length > 0 && (!title || title.level === only?.heading.level);
  return mostCommonLevel(isStray ? outer : free) ?? mostCommonLevel(outer) ?? sections[0]?.heading.level ?? 1;
}

/**
 * The most common level; of equally common ones the deepest, because a section that is too high contains the others.
 */
function mostCommonLevel(sections: readonly Section[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { heading } of sections) counts.set(heading.level, (counts.get(heading.level) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0];
}

function isDemanded(spec: SectionSpec): boolean {
  return spec.requirement.kind === 'required' || (!spec.parent && spec.requirement.kind === 'conditional');
}

/** True if the section contains text that is not the template's. */
export function isWritten(section: Section, { template }: Pick<Outline, 'template'>): boolean {
  return contentOf(section, template.guidance) === 'written';
}
