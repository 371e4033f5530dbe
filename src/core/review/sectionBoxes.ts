/**
 * The boxes about sections of a kind: goals, non-goals, trust boundaries, tests, open questions. A document has such a box
 * only if its template has such a section; the names of the kinds are data.
 */

import type { Analysis } from '../analysis/analyze';
import type { Section } from '../document/document';
import { plainText } from '../document/plainText';
import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import { isAnswered } from '../outline/conditions';
import { bindingsOf, isWritten } from '../outline/outline';
import { itemText } from '../plan/shape';
import { memoize } from '../query/memoize';
import { isAnswer } from '../template/keptText';
import type { KindNames } from '../template/synonyms';
import { findOfKind, kindNames } from '../template/synonyms';
import type { SectionSpec, Template } from '../template/template';
import { saysNone } from '../template/written';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { shorten } from '../text/shorten';
import { lineStart } from '../text/text';
import { wordFinder } from '../text/wordPatterns';
import vocabulary from '../vocabulary/review.json';
import type { Box, BoxPlace, BoxState } from './box';
import { findTest } from './claims';
import { boxOf, placeOf } from './findingBoxes';
import { itemsOf, saysSomething, textOf } from './sectionText';
import { isRequired, missingFinding, unwrittenFinding } from './unwritten';

/** What a box says about a section that is written. */
interface Verdict {
  readonly state: BoxState;
  readonly question?: Message;
  readonly places?: readonly BoxPlace[];
}

interface Written {
  readonly section: Section;
  /** The name of the section in the template, in quotes. */
  readonly name: string;
  /** The text of the section and its sub-sections. */
  readonly text: string;
}

interface Kind {
  readonly id: string;
  readonly title: Message;
  readonly names: KindNames;
  /** False for a section of the template that has the name and is about something else. */
  readonly isMeant?: (spec: SectionSpec) => boolean;
  readonly judge: (written: Written) => Verdict;
  /** True if each item of the section says what must hold of the design. */
  readonly isIntent?: true;
  /** The question about a document that has no such section and needs none. */
  readonly absent?: (name: string) => Message;
}

const MAX_SHOWN = 80;
const MET: Verdict = { state: 'met' };
const findBoundaries = wordFinder(vocabulary.boundaries);
const findTrust = wordFinder(vocabulary.trust);
/** A figure, code or a link: what can be looked at. */
const OBSERVABLE = /\p{N}|`|\]\(/u;

const KINDS: readonly Kind[] = [
  {
    id: 'goals',
    title: say`Each goal can be tested`,
    isIntent: true,
    names: kindNames(vocabulary.sections.goals, 'goals'),
    judge: judgeGoals,
  },
  {
    id: 'non-goals',
    title: say`The non-goals are explicit`,
    isIntent: true,
    names: kindNames(vocabulary.sections.nonGoals, 'nonGoals'),
    judge: ({ section, name }) =>
      saysNone(section)
        ? { state: 'person', question: say`${name} says "none": is nothing out of scope?` }
        : MET,
  },
  {
    id: 'trust-boundaries',
    title: say`The trust boundaries are stated, or it is said why there are none`,
    isIntent: true,
    names: kindNames(vocabulary.sections.security),
    isMeant: ({ title, body }) => findBoundaries(`${title}\n${body.join('\n')}`) >= 0,
    judge: judgeTrust,
    absent: (name) => say`There is no section ${name}: does nothing cross a trust boundary?`,
  },
  {
    id: 'tests',
    title: say`The tests are named`,
    names: kindNames(vocabulary.sections.testing),
    judge: ({ text, name }) =>
      findTest(text) ? MET : { state: 'person', question: say`Which tests does ${name} name?` },
  },
  {
    id: 'open-questions',
    title: say`The open questions are stated, or there are none`,
    names: kindNames(vocabulary.sections.questions, 'questions'),
    judge: () => MET,
    absent: (name) => say`There is no section ${name}: is no question open?`,
  },
];

/** The boxes about sections that the template has. */
export function sectionBoxes(analysis: Analysis): Box[] {
  return KINDS.flatMap((kind): readonly Box[] => {
    const spec = analysis.bound && specOfKind(analysis.bound.template, kind);
    return spec ? boxFor(analysis, kind, spec) : [];
  });
}

/** The sections of a template that say what must hold of a design: goals, non-goals and trust boundaries. */
export const sectionsOfIntent = memoize(
  (template: Template): ReadonlySet<SectionSpec> =>
    new Set(KINDS.flatMap((kind) => (kind.isIntent && specOfKind(template, kind)) || [])),
);

function specOfKind({ specs }: Template, { names, isMeant = () => true }: Kind): SectionSpec | undefined {
  return findOfKind(
    specs.filter((spec) => !spec.repeatable && isMeant(spec)),
    names,
  );
}

function boxFor(analysis: Analysis, kind: Kind, spec: SectionSpec): readonly Box[] {
  const { document, bound } = analysis;
  const section = bound && bindingsOf(bound.outline).get(spec)?.sections[0];
  const { id, title } = kind;
  if (!bound || !section) return absentBox(analysis, kind, spec);
  const name = `"${spec.title}"`;
  if (!isWritten(section, bound.outline)) {
    const finding = unwrittenFinding(analysis, section);
    return finding ? [boxOf(id, title, [placeOf(finding)])] : [];
  }
  const text = textOf(section, (line) => document.lineAt(line)?.text ?? '');
  const { state, question, places = [] } = kind.judge({ section, name, text });
  return [
    {
      id,
      title,
      state,
      ...(question !== undefined && { question }),
      places:
        state === 'met' || places.length > 0
          ? places
          : [{ range: section.heading.range, message: question ?? '' }],
    },
  ];
}

/** The box of a document that has no section of the kind: unmet if a finding demands it. */
function absentBox(analysis: Analysis, kind: Kind, spec: SectionSpec): readonly Box[] {
  const { document, bound } = analysis;
  if (!bound || bound.outline.covered.has(spec)) return [];
  const { id, title } = kind;
  const missing = missingFinding(analysis, spec);
  if (missing) return [boxOf(id, title, [placeOf(missing)])];
  if (!kind.absent || isRequired(spec)) return [];
  if (spec.requirement.kind === 'conditional' && isAnswered(document, bound.template, spec)) {
    return [{ id, title, state: 'met', places: [] }];
  }
  return [{ id, title, state: 'person', question: kind.absent(`"${spec.title}"`), places: [] }];
}

/** Whether a goal can be observed is for a person. The places are the goals without a figure, code or a link. */
function judgeGoals({ section, name }: Written): Verdict {
  if (saysNone(section) || !saysSomething(section)) {
    const message = say`${name} states no goal: expected a list of goals, or a sentence.`;
    return { state: 'unmet', places: [{ range: section.heading.range, message }] };
  }
  const vague = itemsOf(section)
    .filter((item) => !isObservable([item]))
    .map(
      (item): BoxPlace => ({
        range: lineStart(item.start),
        message: say`How is it observed that "${shorten(plainText(itemText(item)), MAX_SHOWN)}"?`,
      }),
    );
  return {
    state: 'person',
    question: say`Can a reviewer observe whether each goal of ${name} is reached?`,
    places: vague,
  };
}

function isObservable(blocks: readonly Block[]): boolean {
  return [...walkBlocks(blocks)].some(({ content }) => OBSERVABLE.test(content) || findTest(content));
}

/** "None" needs a reason. */
function judgeTrust({ section, name, text }: Written): Verdict {
  if (saysNone(section)) {
    if (!isAnswer(text)) return MET;
    const message = say`${name} says "none" and not why: expected "none, because …".`;
    return { state: 'unmet', places: [{ range: section.heading.range, message }] };
  }
  if (findTrust(text) >= 0) return MET;
  return {
    state: 'person',
    question: say`Does ${name} say where the trust boundaries are, or why there are none?`,
  };
}
