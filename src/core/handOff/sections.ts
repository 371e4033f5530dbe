/** Selects the sections to hand off with a step: goals, non-goals, security notes, and relevant sections. */

import type { Analysis } from '../analysis/analyze';
import type { Document, Section } from '../document/document';
import { resolvedAnchors } from '../document/links/anchors';
import { isWritten } from '../outline/outline';
import { planSections } from '../plan/sections';
import { namesNextSteps } from '../template/planWords';
import { readName } from '../text/names';
import vocabulary from '../vocabulary/vocabulary.json';

/** A kind of section that every hand-off includes. */
export type Role = keyof typeof vocabulary.handOff;

/** The sections for a step. */
export interface StepContext {
  readonly roles: ReadonlyMap<Section, Role>;
  /** The most relevant other sections, best first. `whole` includes sub-sections: the step links to the section. */
  readonly relevant: readonly { readonly section: Section; readonly whole: boolean }[];
  /** The sections that are empty or have only the template's text. */
  readonly unwritten: ReadonlySet<Section>;
}

/** The lines and the text of the step and its milestone. */
export interface Subject {
  readonly lines: ReadonlySet<number>;
  readonly text: string;
}

type AnalyzedPlan = Pick<Analysis, 'document' | 'bound'>;

const MAX_RELEVANT = 3;
/** The number of the step's links that are resolved. */
const MAX_LINKS = 30;
/** The number of long words that a relevant section shares with the step: a single one may be a coincidence. */
const SHARED_WORDS = 2;
const LONG_WORD = /[\p{L}\p{N}]{5,}/gu;

const NAMES: Readonly<Record<Role, readonly string[]>> = {
  goals: vocabulary.handOff.goals.map(wordsOf),
  nonGoals: vocabulary.handOff.nonGoals.map(wordsOf),
  security: vocabulary.handOff.security.map(wordsOf),
};

/** Selects the sections for a step. `lines` are the document's lines without comments and invisible characters. */
export function contextOf(analysis: AnalyzedPlan, lines: readonly string[], subject: Subject): StepContext {
  const { document, bound } = analysis;
  const plan = new Set(planSections(document, bound?.outline));
  const roles = new Map<Section, Role>();
  const others: Section[] = [];
  const excluded = new Set<Section>();
  const unwritten = new Set(
    bound ? document.sections.filter((section) => !isWritten(section, bound.outline)) : [],
  );
  for (const section of document.sections) {
    const role = roleOf(section, analysis);
    const isExcluded = plan.has(section) || listsNextSteps(section, analysis);
    // Sub-sections are excluded with their parent, or included with it unless they have another role.
    if (isExcluded || (section.parent && excluded.has(section.parent))) excluded.add(section);
    else {
      const inherited = inheritedRole(section.parent, roles);
      if (role && role !== inherited) roles.set(section, role);
      else if (!inherited && !unwritten.has(section)) others.push(section);
    }
  }
  const linked = linkedSections(document, subject, others);
  const near = nearSections(lines, subject, others).filter((section) => !linked.some(contains(section)));
  const relevant = [
    ...linked.map((section) => ({ section, whole: true })),
    ...near.map((section) => ({ section, whole: false })),
  ];
  return { roles, relevant: relevant.slice(0, MAX_RELEVANT), unwritten };
}

/** The role of a section or its nearest ancestor that has one. */
function inheritedRole(section: Section | undefined, roles: ReadonlyMap<Section, Role>): Role | undefined {
  return section && (roles.get(section) ?? inheritedRole(section.parent, roles));
}

function contains(inner: Section): (outer: Section) => boolean {
  return ({ start, end }) => start <= inner.start && inner.start < end;
}

function listsNextSteps(section: Section, { bound }: AnalyzedPlan): boolean {
  return bound
    ? bound.outline.specOf.get(section)?.next === true
    : !section.parent && namesNextSteps(section.heading.text);
}

/** The role of a section, by its name. A section that the template requires under a condition is a security note. */
function roleOf(section: Section, { bound }: AnalyzedPlan): Role | undefined {
  const spec = bound?.outline.specOf.get(section);
  const names = [section.heading.text, ...(spec ? [spec.title] : [])].map(wordsOf);
  // A sub-section such as "Performance Goals" is about a part of the design only, so its name must match exactly.
  const says = (role: Role, among: readonly string[]): boolean =>
    NAMES[role].some((wanted) =>
      among.some((name) => (section.parent && !spec ? name === wanted : name.includes(wanted))),
    );
  // Removes "Non-Goals" from names first, so that "Goals and Non-Goals" matches goals, but "Non-Goals" does not.
  const rest = names.map((name) => NAMES.nonGoals.reduce((words, one) => words.replace(one, ' '), name));
  if (says('goals', rest)) return 'goals';
  if (says('nonGoals', names)) return 'nonGoals';
  return says('security', names) || spec?.requirement.kind === 'conditional' ? 'security' : undefined;
}

/** The words of a name, with spaces around each, so that searches match whole words only. */
function wordsOf(name: string): string {
  return ` ${readName(name).words.join(' ')} `;
}

/** The sections that the step or its milestone links to. */
function linkedSections(document: Document, { lines }: Subject, free: readonly Section[]): Section[] {
  const links = resolvedAnchors(document).filter(({ range }) => lines.has(range.start.line));
  const found = links
    .slice(0, MAX_LINKS)
    .flatMap(({ line }) => free.findLast(({ start, bodyEnd }) => start <= line && line < bodyEnd) ?? []);
  return [...new Set(found)].filter(
    (section, _, all) => !all.some((one) => one !== section && contains(section)(one)),
  );
}

/** The sections that share enough long words with the subject, those with the most first. */
function nearSections(lines: readonly string[], { text }: Subject, free: readonly Section[]): Section[] {
  const wanted = longWords(text);
  return free
    .filter(({ blocks }) => blocks.length > 0)
    .map((section) => {
      const words = longWords(lines.slice(section.start, section.bodyEnd).join('\n'));
      return { section, shared: [...wanted].filter((word) => words.has(word)).length };
    })
    .filter(({ shared }) => shared >= SHARED_WORDS)
    .sort((a, b) => b.shared - a.shared)
    .map(({ section }) => section);
}

function longWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(LONG_WORD) ?? []);
}
