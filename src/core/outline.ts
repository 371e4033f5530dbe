/** The template bound to a document, once. Rules walk the outline; none of them searches headings itself. */

import type { Document, Section } from './document';
import { isComment } from './markdown';
import { withoutMark } from './marks';
import type { Name } from './names';
import { compoundName, readName, sameName } from './names';
import type { SectionSpec, Template } from './template';

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
  /** Sections the template does not know, in document order. */
  readonly extras: readonly Section[];
  /** The spec a section answers to. */
  readonly specOf: ReadonlyMap<Section, SectionSpec>;
}

/** A spec with its names made ready for comparing. */
interface Candidate {
  readonly spec: SectionSpec;
  readonly name: Name;
  readonly aliases: readonly Name[];
}

type Matches = (heading: Name, candidate: Candidate) => boolean;

const byName: Matches = (heading, { name }) => sameName(heading, name);
const byAlias: Matches = (heading, { aliases }) => aliases.some((alias) => sameName(heading, alias));
const byCompound: Matches = (heading, { name }) => compoundName(heading, name);

/**
 * Binds a document to a template. A name counts first where the template has the section, then under an
 * alias or in a compound there, and only then at another place in the tree.
 */
export function bindOutline(document: Document, template: Template): Outline {
  const specOf = new Map<Section, SectionSpec>();
  const taken = new Set<SectionSpec>();
  const candidates = template.specs
    .filter((spec) => !spec.repeatable)
    .map((spec) => ({ spec, name: readName(spec.title), aliases: spec.aliases.map(readName) }));
  const names = new Map(
    document.sections.map((section) => [section, readName(withoutMark(section.heading.text))]),
  );

  const base = outerLevel(names, candidates);
  const inPlace = (section: Section, spec: SectionSpec): boolean =>
    spec.parent
      ? section.parent !== undefined && specOf.get(section.parent) === spec.parent
      : section.parent === undefined || section.heading.level <= base;

  const bind = (
    matches: Matches,
    fits: (section: Section, spec: SectionSpec) => boolean,
    again: boolean,
  ): void => {
    for (const [section, name] of names) {
      if (specOf.has(section)) continue;
      const found = candidates.find(
        (candidate) =>
          (again || !taken.has(candidate.spec)) && matches(name, candidate) && fits(section, candidate.spec),
      );
      if (!found) continue;
      specOf.set(section, found.spec);
      taken.add(found.spec);
    }
  };

  bind(byName, inPlace, true);
  bind(byAlias, inPlace, false);
  bind(byCompound, inPlace, false);
  // A sub-heading that merely shares the name of an optional section is none; one that is too high, or that a
  // demanded section would otherwise be missing for, is that section on the wrong level.
  bind(byName, (section, spec) => section.heading.level < base || isDemanded(spec), false);

  const sections = new Map<SectionSpec, Section[]>(template.specs.map((spec) => [spec, []]));
  for (const section of document.sections) {
    const spec = specOf.get(section);
    if (spec) sections.get(spec)?.push(section);
  }
  return {
    template,
    bindings: template.specs.map((spec) => ({ spec, sections: sections.get(spec) ?? [] })),
    extras: document.sections.filter((section) => !specOf.has(section)),
    specOf,
  };
}

/** The level that most sections with the name of an outermost one have; one of them may be out of line. */
function outerLevel(names: ReadonlyMap<Section, Name>, candidates: readonly Candidate[]): number {
  const outer = new Set(candidates.filter(({ spec }) => !spec.parent).map(({ name }) => name.key));
  const counts = new Map<number, number>();
  for (const [{ heading }, name] of names) {
    if (outer.has(name.key)) counts.set(heading.level, (counts.get(heading.level) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const [first] = names.keys();
  return most?.[0] ?? first?.heading.level ?? 1;
}

function isDemanded(spec: SectionSpec): boolean {
  return spec.requirement.kind === 'required' || (!spec.parent && spec.requirement.kind === 'conditional');
}

/** True if the section holds something: a block other than a comment, or a sub-section. */
export function hasContent(section: Section): boolean {
  return section.children.length > 0 || section.blocks.some((block) => !isComment(block));
}
