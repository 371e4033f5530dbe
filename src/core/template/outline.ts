/** The template bound to a document, once. Rules walk the outline; none of them searches headings itself. */

import type { Document, Section } from '../document/document';
import { PART } from '../document/sections';
import { memoize } from '../query/memoize';
import type { Matches } from './matches';
import { matchesOf } from './matches';
import type { SectionSpec, Template } from './template';
import { contentOf } from './written';

/** One section that the template knows, and the document's sections that answer to it. */
export interface Binding {
  readonly spec: SectionSpec;
  /** In document order; empty if the document has none. */
  readonly sections: readonly Section[];
}

export interface Outline {
  readonly template: Template;
  /** One binding a spec, in the template's order. */
  readonly bindings: readonly Binding[];
  /** The spec a section answers to. */
  readonly specOf: ReadonlyMap<Section, SectionSpec>;
  /** The heading level that the template's outermost sections have in the document. */
  readonly level: number;
  /** Specs that a section answers to by their own name, where the template has them: no other name can take these. */
  readonly byName: ReadonlySet<SectionSpec>;
}

/** The binding of each spec. */
export const bindingsOf = memoize(
  ({ bindings }: Outline): ReadonlyMap<SectionSpec, Binding> =>
    new Map(bindings.map((binding) => [binding.spec, binding])),
);

/**
 * Binds a document to a template. A name counts first where the template has the section, then under an
 * alias or in a compound there, and only then at another place in the tree.
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
      // In a long document most names are taken: nothing else is asked of those.
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
  // A sub-heading that merely shares the name of an optional section is none; one that is too high, or that a
  // demanded section would otherwise be missing for, is that section on the wrong level.
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

/** The sections that may answer to a spec by its own name, by an alias and in a compound. */
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
 * The level of the outermost sections: that of most sections that are named as one and lie in no other section. Those
 * that do lie in one have a say only where there are no such sections, or a single one that has swallowed the others: it
 * stands on the level of the title, or the document has no title.
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

/** Of two levels that are as common, the deeper one: a section that is too high has swallowed those after it. */
function mostCommonLevel(sections: readonly Section[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { heading } of sections) counts.set(heading.level, (counts.get(heading.level) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0];
}

function isDemanded(spec: SectionSpec): boolean {
  return spec.requirement.kind === 'required' || (!spec.parent && spec.requirement.kind === 'conditional');
}

/** True if the section says something that is not the template's own text. */
export function isWritten(section: Section, { template }: Pick<Outline, 'template'>): boolean {
  return contentOf(section, template.guidance) === 'written';
}
