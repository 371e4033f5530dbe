/** The template bound to a document, once. Rules walk the outline; none of them searches headings itself. */

import type { Document, Section } from './document';
import { isComment } from './markdown';
import type { Name } from './names';
import { compoundName, readName } from './names';
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
  /** Specs that a section answers to by their own name, where the template has them: no other name can take these. */
  readonly byName: ReadonlySet<SectionSpec>;
}

/** A spec with its names made ready for comparing. */
interface Candidate {
  readonly spec: SectionSpec;
  readonly name: Name;
  /** Its place in the template: of several that match, the first counts. */
  readonly order: number;
}

/** The specs that a heading may answer to, in the template's order. */
type Finder = (heading: Name) => readonly Candidate[];

const NONE: readonly Candidate[] = [];

/** Finds specs by one of their names. */
function nameFinder(candidates: readonly Candidate[]): Finder {
  const byKey = groupBy(candidates, ({ name }) => name.key);
  const byHead = groupBy(candidates, ({ name }) => name.head);
  return ({ key, head }) =>
    byKey.has(key) || byKey.has(head) || byHead.has(key)
      ? inOrder([byKey.get(key), byKey.get(head), byHead.get(key)])
      : NONE;
}

/** Finds specs whose name a heading is a compound with: it shares their first word at least. */
function compoundFinder(candidates: readonly Candidate[]): Finder {
  const byFirst = groupBy(candidates, ({ name }) => name.words[0] ?? '');
  return (heading) => {
    if (!heading.words.some((word) => byFirst.has(word))) return NONE;
    const sharing = inOrder(heading.words.map((word) => byFirst.get(word)));
    return sharing.filter(({ name }) => compoundName(heading, name));
  };
}

function groupBy(candidates: readonly Candidate[], keyOf: (candidate: Candidate) => string) {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  return groups;
}

function inOrder(groups: readonly (readonly Candidate[] | undefined)[]): readonly Candidate[] {
  const found = groups.filter((group) => group !== undefined).flat();
  return found.length < 2 ? found : found.sort((a, b) => a.order - b.order);
}

function aliasesOf(candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((candidate) =>
    candidate.spec.aliases.map((alias) => ({ ...candidate, name: readName(alias) })),
  );
}

/**
 * Binds a document to a template. A name counts first where the template has the section, then under an
 * alias or in a compound there, and only then at another place in the tree.
 */
export function bindOutline(document: Document, template: Template): Outline {
  const specOf = new Map<Section, SectionSpec>();
  const taken = new Set<SectionSpec>();
  const specs = template.specs.filter((spec) => !spec.repeatable);
  const candidates = specs.map((spec, order) => ({ spec, order, name: spec.name }));

  const base = outerLevel(document, candidates);
  const inPlace = (section: Section, spec: SectionSpec): boolean =>
    spec.parent
      ? section.parent !== undefined && specOf.get(section.parent) === spec.parent
      : section.parent === undefined || section.heading.level <= base;

  const bind = (
    find: Finder,
    fits: (section: Section, spec: SectionSpec) => boolean,
    again: boolean,
  ): void => {
    for (const section of document.sections) {
      if (specOf.has(section)) continue;
      const found = find(section.heading.name).find(
        ({ spec }) => (again || !taken.has(spec)) && fits(section, spec),
      );
      if (!found) continue;
      specOf.set(section, found.spec);
      taken.add(found.spec);
    }
  };

  bind(nameFinder(candidates), inPlace, true);
  const byName = new Set(taken);
  const open = (all: readonly Candidate[]): readonly Candidate[] =>
    all.filter(({ spec }) => !taken.has(spec));
  bind(nameFinder(aliasesOf(open(candidates))), inPlace, false);
  bind(compoundFinder(open(candidates)), inPlace, false);
  // A sub-heading that merely shares the name of an optional section is none; one that is too high, or that a
  // demanded section would otherwise be missing for, is that section on the wrong level.
  bind(
    nameFinder(open(candidates)),
    (section, spec) => section.heading.level < base || isDemanded(spec),
    false,
  );

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
    byName,
  };
}

/** Whether a name is a template's own name of one of its sections, and which sections it may also stand for. */
interface Names {
  readonly own: Finder;
  readonly other: readonly Finder[];
}

const names = new WeakMap<Template, Names>();

function namesOf(template: Template): Names {
  const known = names.get(template);
  if (known) return known;
  const candidates = template.specs.map((spec, order) => ({ spec, order, name: spec.name }));
  const own = {
    own: nameFinder(candidates),
    other: [nameFinder(aliasesOf(candidates)), compoundFinder(candidates)],
  };
  names.set(template, own);
  return own;
}

/** True if the template itself calls one of its sections so. */
export function isOwnName(template: Template, heading: Name): boolean {
  return namesOf(template).own(heading).length > 0;
}

/** True if a section of that name could answer to a spec of the template, be it the first that does. */
export function mayAnswer(
  { template, byName }: Pick<Outline, 'template' | 'byName'>,
  heading: Name,
): boolean {
  const { own, other } = namesOf(template);
  if (own(heading).length > 0) return true;
  return other.some((find) => find(heading).some(({ spec }) => !spec.repeatable && !byName.has(spec)));
}

/** The level that most sections with the name of an outermost one have; one of them may be out of line. */
function outerLevel({ sections }: Document, candidates: readonly Candidate[]): number {
  const outer = new Set(candidates.filter(({ spec }) => !spec.parent).map(({ name }) => name.key));
  const counts = new Map<number, number>();
  for (const { heading } of sections) {
    if (outer.has(heading.name.key)) counts.set(heading.level, (counts.get(heading.level) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? sections[0]?.heading.level ?? 1;
}

function isDemanded(spec: SectionSpec): boolean {
  return spec.requirement.kind === 'required' || (!spec.parent && spec.requirement.kind === 'conditional');
}

/** True if the section holds something: a block other than a comment, or a sub-section. */
export function hasContent(section: Section): boolean {
  return section.children.length > 0 || section.blocks.some((block) => !isComment(block));
}
