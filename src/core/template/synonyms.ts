/** Common other names of sections: a document may say "Overview" where its template says "Summary". */

import type { Name } from '../text/names';
import { compoundName, readName, sameName } from '../text/names';
import sections from '../vocabulary/sections.json';

/** Names that teams give to sections of one kind. */
interface Group {
  readonly names: readonly Name[];
  readonly keys: ReadonlySet<string>;
  /** The words that other names of the kind open with: "Proposed …". */
  readonly openings: readonly (readonly string[])[];
}

const OPENING = / …$/;
const BY_KIND = new Map(
  Object.entries(sections.groups).map(([kind, group]) => [kind as SectionKind, groupOf(group)] as const),
);
const GROUPS: readonly Group[] = [...BY_KIND.values()];

/** The kind of section that a group of names is for. */
export type SectionKind = keyof typeof sections.groups;

function groupOf(group: readonly string[]): Group {
  const names = group.filter((name) => !OPENING.test(name)).map(readName);
  const openings = group.filter((name) => OPENING.test(name)).map((name) => readName(name).words);
  return { names, openings, keys: new Set(names.map(({ key }) => key)) };
}

/** An article in front of a name. */
const ARTICLES: ReadonlySet<string> = new Set(sections.articles);

/**
 * Finds the section of a template that a heading names by another name of its group, in the order of the candidates.
 * Where a template has several sections of a group ("Motivation" and "Background"), it keeps them apart, and so must its
 * documents.
 */
export function synonymFinder<Named extends { readonly name: Name }>(
  candidates: readonly Named[],
): (heading: Name) => Named[] {
  const kinds = candidates.flatMap((candidate) => {
    const group = GROUPS.find((one) => isIn(candidate.name, one));
    return group && isAlone(candidates, group) ? { candidate, group } : [];
  });
  return (heading) => kinds.filter(({ group }) => isIn(heading, group)).map(({ candidate }) => candidate);
}

function isIn({ key, head, words }: Name, { keys, openings }: Group): boolean {
  if (keys.has(key) || keys.has(head)) return true;
  const start = ARTICLES.has(words[0] ?? '') ? 1 : 0;
  return openings.some((opening) => opening.every((word, at) => words[start + at] === word));
}

/** The only section of a kind; undefined if there is none, or another one like it. */
export function onlyOfKind<Named extends { readonly name: Name }>(
  specs: readonly Named[],
  kind: SectionKind,
): Named | undefined {
  const group = BY_KIND.get(kind);
  return group && isAlone(specs, group) ? specs.find(({ name }) => isIn(name, group)) : undefined;
}

/** True if one of the names is like a group. */
function isAlone(named: readonly { readonly name: Name }[], group: Group): boolean {
  return named.filter(({ name }) => isLike(name, group)).length === 1;
}

/** True for a name that is common enough to say what belongs into its section. */
export function isCommonName(name: Name): boolean {
  return GROUPS.some((group) => isIn(name, group));
}

/** True for a name of a group, and for one that has a name of the group among others ("Prior Art and Alternatives"). */
function isLike(name: Name, group: Group): boolean {
  return isIn(name, group) || group.names.some((one) => sameName(name, one) || compoundName(name, one));
}

/** The names of a section: its own and those that a directive gives it. */
interface WithAliases {
  readonly name: Name;
  readonly aliases: readonly string[];
  readonly depth: number;
}

/** The names of a kind of section, in the form in which they are compared. */
export type KindNames = Group;

/** Prepares the names of a kind of section for comparison: the given ones, and those of the groups of synonyms. */
export function kindNames(names: readonly string[], ...kinds: readonly SectionKind[]): KindNames {
  return groupOf([...names, ...kinds.flatMap((kind) => sections.groups[kind])]);
}

/** True for one of the names, and for a name that has one of them among others. */
export function isOfKind(name: Name, names: KindNames): boolean {
  return isLike(name, names);
}

/** The section of a kind: the first outermost one that is called so, else the one with such a name among others. */
export function findOfKind<Named extends WithAliases>(
  specs: readonly Named[],
  names: KindNames,
): Named | undefined {
  const called = specs.filter((spec) => allNames(spec).some((name) => isIn(name, names)));
  return outermost(called) ?? outermost(specs.filter(({ name }) => isLike(name, names)));
}

function outermost<Named extends WithAliases>(specs: readonly Named[]): Named | undefined {
  const depth = Math.min(...specs.map((spec) => spec.depth));
  return specs.find((spec) => spec.depth === depth);
}

function allNames({ name, aliases }: WithAliases): Name[] {
  return [name, ...aliases.map(readName)];
}
