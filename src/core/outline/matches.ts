/** Matches the words of a heading with the sections of a template. */

import type { Part } from '../document/parts';
import { memoize } from '../query/memoize';
import { synonymFinder } from '../template/synonyms';
import type { SectionSpec, Template } from '../template/template';
import type { Name } from '../text/names';
import { alternatives, compoundName, readName, sameName } from '../text/names';

/** A spec and one of its names. */
export interface NameCandidate {
  readonly spec: SectionSpec;
  readonly name: Name;
  /** The index of the spec in the template. If several specs match, the first wins. */
  readonly order: number;
}

/**
 * The specs that a heading matches by their own name, by an alias or alternative, by a compound, and by a synonym; each
 * list in the template's order. A heading that is the name of a section is a compound of none, and one with any other
 * match is no synonym.
 */
export interface Matches {
  readonly own: readonly NameCandidate[];
  readonly aliases: readonly NameCandidate[];
  readonly compounds: readonly NameCandidate[];
  readonly synonyms: readonly NameCandidate[];
}

type Finder = (heading: Name) => readonly NameCandidate[];

const NONE: readonly NameCandidate[] = [];

/** The matches of the heading of a part; undefined if there are none. */
export const matchesOf = memoize(({ heading }: Part, template: Template): Matches | undefined => {
  if (!heading) return undefined;
  const finders = findersOf(template);
  const own = finders.own(heading.name);
  const aliases = finders.aliases(heading.name);
  if (own !== NONE || aliases !== NONE) return { own, aliases, compounds: NONE, synonyms: NONE };
  const compounds = finders.compounds(heading.name);
  const synonyms = compounds === NONE ? finders.synonyms(heading.name) : NONE;
  return compounds.length + synonyms.length > 0 ? { own, aliases, compounds, synonyms } : undefined;
});

/** The names of a section in the template: the whole heading, and each alternative that it offers. */
const namesOf = memoize(({ name }: SectionSpec): readonly Name[] => [name, ...alternatives(name)]);

/** True if a heading has the name of a section, one of its alternatives, or a compound of them. */
export function isNamed(heading: Name, spec: SectionSpec): boolean {
  return namesOf(spec).some((name) => sameName(heading, name) || compoundName(heading, name));
}

/** The keys of all headings of a template, also of patterns. */
export const headingKeys = memoize(
  ({ specs }: Template): ReadonlySet<string> => new Set(specs.map(({ name }) => name.key)),
);

const findersOf = memoize((template: Template): Readonly<Record<keyof Matches, Finder>> => {
  const { specs } = template;
  const keys = headingKeys(template);
  const candidates = specs
    .filter((spec) => !spec.repeatable)
    .map((spec, order) => ({ spec, order, name: spec.name }));
  // A name that the template gives to a section of its own is no alternative of another.
  const offered = candidates.flatMap((candidate) =>
    namesOf(candidate.spec)
      .slice(1)
      .filter(({ key }) => !keys.has(key))
      .map((name) => ({ ...candidate, name })),
  );
  const aliases = candidates.flatMap((candidate) =>
    candidate.spec.aliases.map((alias) => ({ ...candidate, name: readName(alias) })),
  );
  return {
    own: nameFinder(candidates),
    aliases: nameFinder([...offered, ...aliases].sort((a, b) => a.order - b.order)),
    compounds: compoundFinder([...candidates, ...offered]),
    synonyms: template.keepsAll ? () => NONE : synonymFinder(candidates),
  };
});

/** Finds specs by a name, with or without its tail. */
function nameFinder(candidates: readonly NameCandidate[]): Finder {
  const byKey = groupBy(candidates, ({ name }) => name.key);
  const byHead = groupBy(
    candidates.filter(({ name }) => name.head !== name.key),
    ({ name }) => name.head,
  );
  return ({ key, head }) =>
    merged(merged(byKey.get(key), head === key ? undefined : byKey.get(head)), byHead.get(key)) ?? NONE;
}

/** The maximum number of words that a name can have. */
const MAX_WORDS = 12;
/** If more names than this start with a word, the word is ambiguous and matches none of them. */
const MAX_ALIKE = 50;

/** Finds specs of whose names a heading is a compound, as `compoundName` defines it. */
function compoundFinder(candidates: readonly NameCandidate[]): Finder {
  const named = candidates.filter(({ name: { words } }) => words.length > 0 && words.length <= MAX_WORDS);
  const byWords = groupBy(named, ({ name }) => name.words.join(' '));
  const byFirst = groupBy(named, ({ name }) => name.words[0] ?? '');
  return (heading) => {
    const { words } = heading;
    if (words.length > MAX_WORDS * MAX_WORDS) return NONE;
    const opening = byFirst.get(words[0] ?? '') ?? NONE;
    const likely = new Set(opening.length > MAX_ALIKE ? NONE : opening);
    for (let start = 0; start < words.length; start++) {
      const last = Math.min(words.length, start + MAX_WORDS);
      for (let end = start + 1; end <= last; end++)
        for (const candidate of byWords.get(words.slice(start, end).join(' ')) ?? NONE) likely.add(candidate);
    }
    const found = [...likely].filter(({ name }) => compoundName(heading, name));
    return found.length === 0 ? NONE : found.sort((a, b) => a.order - b.order);
  };
}

function groupBy(candidates: readonly NameCandidate[], keyOf: (candidate: NameCandidate) => string) {
  const groups = new Map<string, NameCandidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  return groups;
}

type Some = readonly NameCandidate[] | undefined;

/** Merges two lists in the template's order; undefined if both are. */
function merged(some: Some, others: Some): Some {
  if (!some || !others) return some ?? others;
  return [...some, ...others].sort((a, b) => a.order - b.order);
}
