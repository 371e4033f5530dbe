/** Matches the words of a heading with the sections of a template. */

import type { Part } from '../document/parts';
import { memoize } from '../query/memoize';
import type { Name } from '../text/names';
import { readName } from '../text/names';
import type { SectionSpec, Template } from './template';

/** A spec and one of its names. */
export interface NameCandidate {
  readonly spec: SectionSpec;
  readonly name: Name;
  /** The index of the spec in the template. If several specs match, the first wins. */
  readonly order: number;
}

/** The specs that a heading matches by their own name, an alias, or a compound; each list in the template's order. */
export interface Matches {
  readonly own: readonly NameCandidate[];
  readonly aliases: readonly NameCandidate[];
  readonly compounds: readonly NameCandidate[];
}

type Finder = (heading: Name) => readonly NameCandidate[];

const NONE: readonly NameCandidate[] = [];

/** The matches of the heading of a part; undefined if there are none. */
export const matchesOf = memoize(({ heading }: Part, template: Template): Matches | undefined => {
  if (!heading) return undefined;
  const { own, aliases, compounds } = findersOf(template);
  const found = {
    own: own(heading.name),
    aliases: aliases(heading.name),
    compounds: compounds(heading.name),
  };
  return found.own === NONE && found.aliases === NONE && found.compounds === NONE ? undefined : found;
});

const findersOf = memoize(({ specs }: Template): Readonly<Record<keyof Matches, Finder>> => {
  const candidates = specs
    .filter((spec) => !spec.repeatable)
    .map((spec, order) => ({ spec, order, name: spec.name }));
  const aliases = candidates.flatMap((candidate) =>
    candidate.spec.aliases.map((alias) => ({ ...candidate, name: readName(alias) })),
  );
  return {
    own: nameFinder(candidates),
    aliases: nameFinder(aliases),
    compounds: compoundFinder(candidates),
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

/** The most words that a name can have. */
const MOST_WORDS = 12;
/** If more names than this start with a word, the word is ambiguous and matches none of them. */
const MOST_ALIKE = 50;

/**
 * Finds specs of whose names a heading is a compound: it contains all words of the name in a row, or the name has
 * several words and the heading starts with the first of them ("Testing Strategy" for "Testing and Validation").
 */
function compoundFinder(candidates: readonly NameCandidate[]): Finder {
  const named = candidates.filter(({ name: { words } }) => words.length > 0 && words.length <= MOST_WORDS);
  const byWords = groupBy(named, ({ name }) => name.words.join(' '));
  const several = named.filter(({ name: { words } }) => words.length > 1 && (words[0]?.length ?? 0) > 4);
  const byFirst = groupBy(several, ({ name }) => name.words[0] ?? '');
  return ({ words }) => {
    if (words.length > MOST_WORDS * MOST_WORDS) return NONE;
    const opening = byFirst.get(words[0] ?? '') ?? NONE;
    const found = new Set(opening.length > MOST_ALIKE ? NONE : opening);
    for (let start = 0; start < words.length; start++) {
      // The whole heading is not a compound, but the name itself.
      const last = Math.min(words.length - (start === 0 ? 1 : 0), start + MOST_WORDS);
      for (let end = start + 1; end <= last; end++)
        for (const candidate of byWords.get(words.slice(start, end).join(' ')) ?? NONE) found.add(candidate);
    }
    return found.size === 0 ? NONE : [...found].sort((a, b) => a.order - b.order);
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
