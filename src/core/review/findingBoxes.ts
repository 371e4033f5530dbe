/** The boxes that findings decide. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { VerifiedStep } from '../analysis/verified';
import type { Severity } from '../edits/problem';
import { numberOf } from '../folder/fileNumber';
import { readIndex } from '../folder/readIndex';
import type { Plan } from '../plan/plan';
import { allTasks } from '../plan/tasks';
import { isDone, isOtherMark, leavesLeft } from '../plan/unfinished';
import { conditionalSection } from '../rules/conditional-section';
import { emptySection } from '../rules/empty-section';
import { fileNumber } from '../rules/file-number';
import { indexDrift } from '../rules/index-drift';
import { leftoverInstructions } from '../rules/leftover-instructions';
import { leftoverPlaceholder } from '../rules/leftover-placeholder';
import { leftoverSuffix } from '../rules/leftover-suffix';
import { missingSection } from '../rules/missing-section';
import { planTask } from '../rules/plan-task';
import type { Rule, RuleEnvironment } from '../rules/rule';
import type { Message, Text } from '../text/message';
import { say } from '../text/message';
import { lastName } from '../text/paths';
import { lineStart } from '../text/text';
import type { Box, BoxPlace } from './box';
import { isMuted } from './muted';

const BLOCKING: readonly Severity[] = ['warning', 'error'];
/** Rules about text that is to be written. Their findings block whatever their severity, but for hints. */
const UNWRITTEN: readonly string[] = [emptySection.id, leftoverPlaceholder.id];
/** Rules whose findings block a draft, whatever their severity. */
const GATES: readonly string[] = [indexDrift.id, leftoverInstructions.id];

interface Kind {
  readonly id: string;
  readonly title: Message;
  readonly rules: readonly Rule[];
  /** False where the document has nothing that the box is about. Without it, every document has. */
  readonly applies?: (analysis: Analysis) => boolean;
}

const KINDS: readonly Kind[] = [
  {
    id: 'sections',
    title: say`Every required section is there, and every section is written`,
    rules: [missingSection, conditionalSection, emptySection],
  },
  { id: 'placeholders', title: say`No placeholder is left`, rules: [leftoverPlaceholder] },
  {
    id: 'leftovers',
    title: say`Nothing is left that is for the author alone`,
    rules: [leftoverInstructions, leftoverSuffix],
  },
  {
    id: 'tasks',
    title: say`Every task of the plan can be read`,
    rules: [planTask],
    applies: ({ plan }) => plan.total + plan.unread.length > 0,
  },
  {
    id: 'number',
    title: say`The number of the file is free`,
    rules: [fileNumber],
    applies: ({ environment }) => isNumbered(environment),
  },
  {
    id: 'index',
    title: say`The index lists the document`,
    rules: [indexDrift],
    applies: ({ environment }) => readIndex(environment) !== undefined,
  },
];
const NAMED: ReadonlySet<string> = new Set(KINDS.flatMap(({ rules }) => rules.map(({ id }) => id)));
const REST = { id: 'findings', title: say`No other finding has the weight of a warning` };

/** What is in the way of any document, also of one that is no draft: findings, unreadable tasks, unproved ticks. */
export interface Blockers {
  readonly findings: readonly Finding[];
  readonly tasks: readonly BoxPlace[];
  readonly ticks: readonly BoxPlace[];
}

/** Finds what is in the way. A baseline makes no document ready. */
export function blockersOf(
  { findings, suppressed, plan }: Analysis,
  verified: readonly VerifiedStep[],
): Blockers {
  return {
    findings: [...findings, ...suppressed].filter(isBlocking),
    tasks: undecided(plan),
    ticks: verified.filter(({ blocks }) => blocks).map(({ line, message }) => placeOn(line, message)),
  };
}

/** True for a finding that is in the way of a review, in whatever stage. */
export function isBlocking({ rule, severity }: Finding): boolean {
  return BLOCKING.includes(severity) || (UNWRITTEN.includes(rule) && severity !== 'hint');
}

/** The place of a finding. */
export function placeOf(finding: Finding): BoxPlace {
  return { range: finding.range, message: finding.said, finding };
}

/** The boxes that findings decide, without those of which nothing is known because a rule is turned off. */
export function findingBoxes(
  analysis: Analysis,
  blockers: Blockers,
  verified: readonly VerifiedStep[],
): Box[] {
  const gates = [...analysis.findings, ...analysis.suppressed].filter(
    (finding) => GATES.includes(finding.rule) && !blockers.findings.includes(finding),
  );
  const all = [...blockers.findings, ...gates];
  const named = KINDS.flatMap(({ id, title, rules, applies = () => true }): Box[] => {
    const own = all.filter(({ rule }) => rules.some((one) => one.id === rule)).map(placeOf);
    const places = id === 'tasks' ? [...own, ...blockers.tasks] : own;
    if (places.length > 0) return [boxOf(id, title, places)];
    return applies(analysis) && !rules.some((rule) => isMuted(rule, analysis)) ? [boxOf(id, title, [])] : [];
  });
  const rest = all.filter(({ rule }) => !NAMED.has(rule)).map(placeOf);
  const ticks = verified.length > 0 ? [boxOf('ticks', say`Every tick is proved`, blockers.ticks)] : [];
  return [...named, boxOf(REST.id, REST.title, rest), ...ticks];
}

/** A box that is met if no place is in its way. */
export function boxOf(id: string, title: Text, places: readonly BoxPlace[]): Box {
  return { id, title, state: places.length === 0 ? 'met' : 'unmet', places };
}

function isNumbered({ path, files }: RuleEnvironment): boolean {
  return files !== undefined && path !== undefined && numberOf(lastName(path)) !== undefined;
}

/** The tasks whose state a reviewer cannot know: those with another mark, and ticked ones over steps that are not done. */
function undecided(plan: Plan): BoxPlace[] {
  return [...allTasks(plan.milestones)].flatMap((task): BoxPlace[] => {
    const { line, mark, steps } = task;
    if (isOtherMark(task)) {
      return [
        placeOn(line, say`The mark [${mark ?? ''}] is neither open nor done: a person must settle it.`),
      ];
    }
    const [left] = isDone(task) ? leavesLeft(steps) : [];
    if (!left) return [];
    return [placeOn(line, say`It is ticked, but the step on line ${left.line + 1} is not done.`)];
  });
}

function placeOn(line: number, message: Text): BoxPlace {
  return { range: lineStart(line), message };
}
