/** The outline binds a document to its template. Rules walk the outline instead of searching headings. */

import type { Document, Section } from '../document/document';
import { PART } from '../document/sections';
import { memoize } from '../query/memoize';
import type { SectionSpec, Template } from '../template/template';
import { contentOf } from '../template/written';
import { canJudge } from './conditions';
import { summarized } from './leadText';
import type { Matches } from './matches';
import { matchesOf } from './matches';
import { namedPlans } from './namedPlans';

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
  /** The specs without a section of their own that the title or a section about several subjects answers. */
  readonly covered: ReadonlySet<SectionSpec>;
  /** The levels of the template's outermost sections in this document. */
  readonly levels: OuterLevels;
  /** The specs bound by their own name at their own place. A section with another name cannot bind to these. */
  readonly byName: ReadonlySet<SectionSpec>;
}

/** Where a document has the outermost sections of its template. */
export interface OuterLevels {
  /** The level of most of them. */
  readonly usual: number;
  /** How many levels deeper than in the template they are; negative if they are higher. */
  readonly shift: number;
}

/** The bindings by spec. */
export const bindingsOf = memoize(
  ({ bindings }: Outline): ReadonlyMap<SectionSpec, Binding> =>
    new Map(bindings.map((binding) => [binding.spec, binding])),
);

/**
 * Binds a document to a template, in this order of precedence: sections with the spec's own name at its place in the
 * tree, with an alias there, with a compound of the name there, with the own name at another place, and with a synonym
 * in place.
 */
export function bindOutline(document: Document, template: Template): Outline {
  const specOf = new Map<Section, SectionSpec>();
  const taken = new Set<SectionSpec>();
  const matching = matchingSections(document, template);
  const levels = outerLevels(document, matching.own, template);
  const inPlace = (section: Section, spec: SectionSpec): boolean =>
    spec.parent
      ? section.parent !== undefined && specOf.get(section.parent) === spec.parent
      : section.parent === undefined || section.heading.level <= levels.usual;

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
  bind(
    'own',
    (section, spec) => section.heading.level < spec.level + levels.shift || isDemanded(spec),
    false,
  );
  bind('synonyms', inPlace, false);

  const sections = new Map<SectionSpec, Section[]>(template.specs.map((spec) => [spec, []]));
  const bound = [...specOf].sort(([a], [b]) => a.start - b.start);
  for (const [section, spec] of bound) sections.get(spec)?.push(section);
  return {
    template,
    bindings: template.specs.map((spec) => ({ spec, sections: sections.get(spec) ?? [] })),
    specOf,
    covered: coveredSpecs(document, template, Object.values(matching).flat(), levels, specOf),
    levels,
    byName,
  };
}

/** The maximum number of sections of the template that one section covers: a limit for hostile templates. */
const MAX_COVERED = 12;

/**
 * The specs that no section is bound to, but that the document answers: by a section about several subjects ("Drawbacks
 * and Alternatives"), which is bound to one of them only; by a section at another place, but not deep in the text; by a
 * first heading that was taken for the title; by a plan with another name; or, the summary, by a paragraph in front of
 * the sections.
 */
function coveredSpecs(
  document: Document,
  template: Template,
  similar: readonly Section[],
  { shift }: OuterLevels,
  specOf: ReadonlyMap<Section, SectionSpec>,
): ReadonlySet<SectionSpec> {
  const title = document.title?.name.key;
  const covered = new Set(template.sections.filter(({ name }) => name.key === title));
  const answered = [summarized(document, template, specOf), ...plansElsewhere(document, template, specOf)];
  for (const spec of answered) if (spec) covered.add(spec);
  for (const section of similar) {
    const { own = [], aliases = [], compounds = [] } = matchesOf(section[PART], template) ?? {};
    const matches = [own, aliases, compounds].flatMap((list) => list.slice(0, MAX_COVERED));
    for (const { spec } of matches) if (section.heading.level <= spec.level + shift + 1) covered.add(spec);
  }
  for (const spec of specOf.values()) covered.delete(spec);
  return covered;
}

/** The template's plan, if no section is bound to it and one of another name is a plan. */
function plansElsewhere(
  document: Document,
  { specs }: Template,
  specOf: ReadonlyMap<Section, SectionSpec>,
): readonly SectionSpec[] {
  const taken = new Set(specOf.values());
  const plans = specs.filter((spec) => spec.plan);
  if (plans.length === 0 || plans.some((spec) => taken.has(spec))) return [];
  return namedPlans(document, (section) => !specOf.has(section)).length > 0 ? plans : [];
}

/** The sections that match a spec by its own name, by an alias, by a compound, and by a synonym. */
function matchingSections(
  document: Document,
  template: Template,
): Readonly<Record<keyof Matches, Section[]>> {
  const matching: Record<keyof Matches, Section[]> = { own: [], aliases: [], compounds: [], synonyms: [] };
  for (const section of document.sections) {
    const matches = matchesOf(section[PART], template);
    if (!matches) continue;
    if (matches.own.length > 0) matching.own.push(section);
    if (matches.aliases.length > 0) matching.aliases.push(section);
    if (matches.compounds.length > 0) matching.compounds.push(section);
    if (matches.synonyms.length > 0) matching.synonyms.push(section);
  }
  return matching;
}

/**
 * The levels of the outermost sections, judged from those of them that no section of the document contains. Nested
 * ones count only if there are no others. A section on the level of the title contains none here: it is too high, or
 * all sections are on that level. A single section on the level of the first heading is too high as well, and keeps that
 * heading from being the title: then the sections in it have the say.
 */
function outerLevels(
  { title, sections }: Document,
  named: readonly Section[],
  template: Template,
): OuterLevels {
  // A first section may have been taken for the title.
  const isSection = template.sections.some(({ name }) => name.key === title?.name.key);
  const top = title && !isSection ? title.level : 0;
  const outer = named.flatMap((section) => {
    const { key } = section.heading.name;
    const own = matchesOf(section[PART], template)?.own;
    const match = own?.find(({ spec, name }) => !spec.parent && name.key === key);
    const { level } = section.heading;
    const isFree = !section.parent || section.parent.heading.level <= top;
    return match ? [{ section, level, shift: level - match.spec.level, isFree }] : [];
  });
  const free = outer.filter((one) => one.isFree);
  const raised = title ? undefined : raisedSection(free, sections[0]);
  const inside = outer.filter(
    ({ section }) => raised && section.start >= raised.start && section.start < raised.end,
  );
  const voting = [inside, free, outer].find(({ length }) => length > 0) ?? [];
  return {
    usual: mostCommon(voting.map(({ level }) => level)) ?? sections[0]?.heading.level ?? 1,
    shift: mostCommon(voting.map(({ shift }) => shift)) ?? 0,
  };
}

/** The only one of the sections, if it is on the level of a first heading which is another one. */
function raisedSection(
  free: readonly { readonly section: Section; readonly level: number }[],
  first: Section | undefined,
): Section | undefined {
  const [single, ...others] = free;
  const isRaised = others.length === 0 && single?.level === first?.heading.level && single?.section !== first;
  return isRaised ? single?.section : undefined;
}

/**
 * The most common number; of equally common ones the greatest, because a section that is too high contains the others.
 */
function mostCommon(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0];
}

/** True if the document must have the section, or must have it under a condition that can be judged. */
function isDemanded(spec: SectionSpec): boolean {
  return spec.requirement.kind === 'required' || (!spec.parent && canJudge(spec));
}

/** True if the section contains text that is not the template's. */
export function isWritten(section: Section, { template }: Pick<Outline, 'template'>): boolean {
  return contentOf(section, template.guidance) === 'written';
}
