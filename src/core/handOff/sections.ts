/**
 * The sections that belong to a step: what the document is after, what it rules out, what to beware of, what is near.
 */

import type { Analysis } from '../analysis/analyze';
import { resolvedAnchors } from '../document/anchors';
import type { Document, Section } from '../document/document';
import { planSections } from '../plan/plan';
import { isWritten } from '../template/outline';
import { speaksOfNextSteps } from '../template/templateText';
import { readName } from '../text/names';
import vocabulary from '../vocabulary/vocabulary.json';

export type Role = keyof typeof vocabulary.handOff;

export interface StepContext {
  readonly roles: ReadonlyMap<Section, Role>;
  /** The nearest sections beside those, best first; with their sub-sections if the step links to them. */
  readonly relevant: readonly { readonly section: Section; readonly whole: boolean }[];
  /** The sections that hold nothing but the template's own words. */
  readonly unwritten: ReadonlySet<Section>;
}

/** What the step and its milestone say: their lines, and their words. */
export interface Subject {
  readonly lines: ReadonlySet<number>;
  readonly text: string;
}

type AnalyzedPlan = Pick<Analysis, 'document' | 'bound'>;

const MOST_RELEVANT = 3;
/** Links of the step that are looked up; more than that is no help to anybody. */
const MANY_LINKS = 30;
/** One long word in common may be chance. */
const SHARED_WORDS = 2;
const LONG_WORD = /[\p{L}\p{N}]{5,}/gu;

const NAMES: Readonly<Record<Role, readonly string[]>> = {
  goals: vocabulary.handOff.goals.map(wordsOf),
  nonGoals: vocabulary.handOff.nonGoals.map(wordsOf),
  security: vocabulary.handOff.security.map(wordsOf),
};

/** Finds the sections for a step. `lines` are the document's as they are quoted. */
export function contextOf(analysis: AnalyzedPlan, lines: readonly string[], subject: Subject): StepContext {
  const { document, bound } = analysis;
  const plan = new Set(planSections(document, bound?.outline));
  const roles = new Map<Section, Role>();
  const others: Section[] = [];
  const apart = new Set<Section>();
  const unwritten = new Set(
    bound ? document.sections.filter((section) => !isWritten(section, bound.outline)) : [],
  );
  for (const section of document.sections) {
    const role = roleOf(section, analysis);
    const isApart = plan.has(section) || listsNextSteps(section, analysis);
    // What lies in a section that is told already, or never is, goes with it unless it has a part of its own.
    if (isApart || (section.parent && apart.has(section.parent))) apart.add(section);
    else {
      const told = toldAs(section.parent, roles);
      if (role && role !== told) roles.set(section, role);
      else if (!told && !unwritten.has(section)) others.push(section);
    }
  }
  const linked = linkedSections(document, subject, others);
  const near = nearSections(lines, subject, others).filter((section) => !linked.some(contains(section)));
  const relevant = [
    ...linked.map((section) => ({ section, whole: true })),
    ...near.map((section) => ({ section, whole: false })),
  ];
  return { roles, relevant: relevant.slice(0, MOST_RELEVANT), unwritten };
}

/** The role of the nearest section around that has one: what lies in it is told with it. */
function toldAs(section: Section | undefined, roles: ReadonlyMap<Section, Role>): Role | undefined {
  return section && (roles.get(section) ?? toldAs(section.parent, roles));
}

function contains(inner: Section): (outer: Section) => boolean {
  return ({ start, end }) => start <= inner.start && inner.start < end;
}

function listsNextSteps(section: Section, { bound }: AnalyzedPlan): boolean {
  return bound
    ? bound.outline.specOf.get(section)?.next === true
    : !section.parent && speaksOfNextSteps(section.heading.text);
}

/** The part of a section in the vocabulary's words; what the template requires under a condition is to beware of. */
function roleOf(section: Section, { bound }: AnalyzedPlan): Role | undefined {
  const spec = bound?.outline.specOf.get(section);
  const names = [section.heading.text, ...(spec ? [spec.title] : [])].map(wordsOf);
  // Deep in the document a name that holds the word, such as one of performance goals, is about a part only.
  const says = (role: Role, among: readonly string[]): boolean =>
    NAMES[role].some((wanted) =>
      among.some((name) => (section.parent && !spec ? name === wanted : name.includes(wanted))),
    );
  // "Goals and Non-Goals" is both; without what it says of the one, the other is left.
  const rest = names.map((name) => NAMES.nonGoals.reduce((words, one) => words.replace(one, ' '), name));
  if (says('goals', rest)) return 'goals';
  if (says('nonGoals', names)) return 'nonGoals';
  return says('security', names) || spec?.requirement.kind === 'conditional' ? 'security' : undefined;
}

/** The words of a name with a blank on either side of each, so that parts of words are none. */
function wordsOf(name: string): string {
  return ` ${readName(name).words.join(' ')} `;
}

/** The sections that the step or its milestone links to. */
function linkedSections(document: Document, { lines }: Subject, free: readonly Section[]): Section[] {
  const own = resolvedAnchors(document).filter(({ range }) => lines.has(range.start.line));
  const found = own
    .slice(0, MANY_LINKS)
    .flatMap(({ line }) => free.findLast(({ start, bodyEnd }) => start <= line && line < bodyEnd) ?? []);
  return [...new Set(found)].filter(
    (section, _, all) => !all.some((one) => one !== section && contains(section)(one)),
  );
}

/** The sections that share most of the subject's longer words, best first. */
function nearSections(lines: readonly string[], { text }: Subject, free: readonly Section[]): Section[] {
  const wanted = longWords(text);
  return free
    .filter(({ blocks }) => blocks.length > 0)
    .map((section) => {
      const own = longWords(lines.slice(section.start, section.bodyEnd).join('\n'));
      return { section, shared: [...wanted].filter((word) => own.has(word)).length };
    })
    .filter(({ shared }) => shared >= SHARED_WORDS)
    .sort((a, b) => b.shared - a.shared)
    .map(({ section }) => section);
}

function longWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(LONG_WORD) ?? []);
}
