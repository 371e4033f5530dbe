/** Which sections of a template a heading may stand for, by its words alone. */

import type { Part } from '../document/parts';
import { memoize } from '../query/memoize';
import type { Name } from '../text/names';
import { readName } from '../text/names';
import type { SectionSpec, Template } from './template';

/** A spec with one of its names. */
export interface NameCandidate {
  readonly spec: SectionSpec;
  readonly name: Name;
  /** Its place in the template: of several that match, the first counts. */
  readonly order: number;
}

/** The specs that a heading may answer to, in the template's order: by their own name, an alias, or in a compound. */
export interface Matches {
  readonly own: readonly NameCandidate[];
  readonly aliases: readonly NameCandidate[];
  readonly compounds: readonly NameCandidate[];
}

type Finder = (heading: Name) => readonly NameCandidate[];

const NONE: readonly NameCandidate[] = [];

/** What the heading of a part may answer to; undefined if to nothing. */
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

/** Finds specs by one of their names. */
function nameFinder(candidates: readonly NameCandidate[]): Finder {
  const byKey = groupBy(candidates, ({ name }) => name.key);
  const byHead = groupBy(
    candidates.filter(({ name }) => name.head !== name.key),
    ({ name }) => name.head,
  );
  return ({ key, head }) =>
    both(both(byKey.get(key), head === key ? undefined : byKey.get(head)), byHead.get(key)) ?? NONE;
}

/** More words than a name has; in a longer text nothing is looked for. */
const MOST_WORDS = 12;
/** A word that more names than these open with does not tell which of them is meant. */
const MOST_ALIKE = 50;

/**
 * Finds specs whose name a heading is a compound with: it contains all of its words in a row, or opens with its first
 * word where the name has several ("Testing Strategy" for "Testing and Validation").
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
      // The whole of it is no compound: that is the name itself.
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

/** What is in either, in the template's order; most headings are in neither. */
function both(some: Some, others: Some): Some {
  if (!some || !others) return some ?? others;
  return [...some, ...others].sort((a, b) => a.order - b.order);
}
