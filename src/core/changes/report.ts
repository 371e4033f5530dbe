/** The report about a change that another program made to a document: a message of a few sentences. */

import type { Analysis } from '../analysis/analyze';
import { attestedBy } from '../plan/evidence';
import { allTasks, required } from '../plan/tasks';
import { isDone } from '../plan/unfinished';
import type { Message, Text } from '../text/message';
import { say, sentences } from '../text/message';
import type { Change, ChangeKind } from './change';
import { documentChanges } from './documentChanges';
import type { States } from './header';

/** Which changes are reported: those that a person should look at, or all in design terms. */
export type ReportLevel = 'flagged' | 'all';

/** What another program did to a document. */
export interface Report {
  /** The changes as plain text. Names from the document are in quotation marks. */
  readonly sentences: readonly Text[];
  /** A person should look at it. */
  readonly isFlagged: boolean;
}

/** The maximum number of sentences of one message. */
const MAX_SENTENCES = 3;

/** What is never reported: prose is the author's, and the difference shows it. */
const UNREPORTED: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['text-changed']);

/** What may tick a box. */
const TICKS: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['step-ticked', 'step-added']);

/** A change, and whether it is reported at the level `flagged`. */
interface Judged {
  readonly change: Change;
  readonly isReported: boolean;
  /** It ticks a box for which there is no evidence. */
  readonly isBareTick: boolean;
}

/** The report about a changed document; undefined if there is nothing to report. `states` are those of the new text. */
export function reportOf(
  before: Analysis,
  after: Analysis,
  level: ReportLevel,
  states?: States,
): Report | undefined {
  const bare = bareLines(after);
  const judged = documentChanges(before, after, states)
    .filter(({ kind }) => !UNREPORTED.has(kind))
    .map((change) => judge(change, bare));
  const isFlagged = judged.some(({ change, isBareTick }) => change.flagged || isBareTick);
  const reported = level === 'all' ? judged : judged.filter(({ isReported }) => isReported);
  return reported.length === 0 ? undefined : { sentences: sentencesOf(reported), isFlagged };
}

/** The lines of ticked tasks without steps and evidence: a program ticked them, and no person. */
function bareLines({ plan }: Analysis): ReadonlySet<number> {
  const tasks = [...allTasks(plan.milestones)];
  const bare = tasks.filter((task) => isDone(task) && required(task.steps).length === 0 && !attestedBy(task));
  return new Set(bare.map(({ line }) => line));
}

function judge(change: Change, bare: ReadonlySet<number>): Judged {
  const isBareTick = TICKS.has(change.kind) && bare.has(change.line);
  // A status is a promise of people.
  return { change, isBareTick, isReported: change.flagged || isBareTick || change.kind === 'status-set' };
}

/** One sentence for all ticks, then one for each other change, those to look at first. */
function sentencesOf(judged: readonly Judged[]): Text[] {
  const ticks = judged.filter(({ change }) => change.kind === 'step-ticked');
  const others = judged.filter((one) => ticks.length < 2 || one.change.kind !== 'step-ticked');
  const all = [
    ...(ticks.length < 2 ? [] : [ticksSentence(ticks)]),
    ...others.filter(({ isReported }) => isReported).map(sentenceOf),
    ...others.filter(({ isReported }) => !isReported).map(sentenceOf),
  ];
  const left = all.length - MAX_SENTENCES;
  if (left <= 0) return all;
  const more = left === 1 ? say`There is 1 more.` : say`There are ${left} more.`;
  return [...all.slice(0, MAX_SENTENCES), more];
}

function ticksSentence(ticks: readonly Judged[]): Message {
  const flagged = ticks.filter(({ isReported }) => isReported).length;
  const bare = ticks.filter(({ isBareTick }) => isBareTick).length;
  const { length } = ticks;
  if (bare === length) return say`${length} boxes are ticked, none of them with evidence.`;
  if (bare > 0) return say`${length} boxes are ticked, ${bare} of them without evidence.`;
  return flagged > 0
    ? say`${length} boxes are ticked, ${flagged} of them to look at.`
    : say`${length} boxes are ticked.`;
}

function sentenceOf({ change: { message, why }, isBareTick }: Judged): Text {
  return sentences(message.said, why?.said ?? (isBareTick ? say`There is no evidence for it.` : undefined));
}
