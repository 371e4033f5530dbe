/** The hover on a milestone or step: its state and progress, its check, its evidence, and what contradicts it. */

import type { Analysis } from '../analysis/analyze';
import { plainText } from '../document/plainText';
import { textRange } from '../document/textRange';
import { waitingTasks } from '../plan/dependencies';
import type { Attested } from '../plan/evidence';
import { isOtherMark } from '../plan/unfinished';
import { commandOf, verificationOf, walkTasks } from '../plan/verification';
import type { Message } from '../text/message';
import { say, sentences } from '../text/message';
import type { HoverCard } from './hoverCard';
import type { Details } from './planDetails';
import { NO_DETAILS, planDetails } from './planDetails';
import type { PlanRow } from './planRows';
import { planRows, walkRows } from './planRows';

/** The length of a commit's id in a text for people. */
const SHORT_COMMIT = 12;

/** The hover on the milestone or step of a line; undefined if the line has none. */
export function taskHover(analysis: Analysis, line: number): HoverCard | undefined {
  const { document, plan } = analysis;
  const row = [...walkRows(planRows(plan))].find((one) => one.line === line);
  const found = [...walkTasks(plan.milestones)].find(({ task }) => task.line === line);
  if (!row || !found) return undefined;
  const { task } = found;
  const verification = verificationOf(task);
  const details = planDetails(analysis).get(line) ?? NO_DETAILS;
  const waitsFor = waitingTasks(plan).get(task);
  const command = verification && commandOf(verification);
  const lines = [
    placeOf(row),
    nextText(details),
    ...details.contradictions.map((message) => say`Contradiction: ${message}`),
    waitsFor && say`It waits for "${plainText(waitsFor.title)}".`,
    details.forPeople ? say`Only a person completes it.` : undefined,
    verification && evidenceText(row, details),
    ...(verification?.words ?? []).map((words) => say`Check: ${words}`),
    verification && verification.files.length > 0
      ? say`Files of its check: ${verification.files.join(', ')}`
      : undefined,
    command ? say`Its check:` : undefined,
  ].filter((text) => text !== undefined);
  return {
    range: textRange(document, line),
    title: plainText(task.title),
    lines,
    ...(command && { block: { language: 'sh', text: command } }),
  };
}

function placeOf(row: PlanRow): Message {
  const { progress, position, count } = row;
  return progress
    ? say`Milestone ${position} of ${count}: ${stateOf(row)}.`
    : say`Step ${position} of ${count}: ${stateOf(row)}.`;
}

function stateOf(row: PlanRow): Message {
  const { done, underWay, mark, progress, rows } = row;
  if (isOtherMark(row)) return say`marked [${mark ?? ''}]`;
  if (!progress || rows.length === 0) {
    if (done) return say`done`;
    return underWay ? say`under way` : say`not done`;
  }
  return done && progress.state !== 'done'
    ? say`ticked, but ${progress.done} of ${progress.total} steps done`
    : say`${progress.done} of ${progress.total} steps done`;
}

function nextText({ next }: Details): Message | undefined {
  if (next === undefined) return undefined;
  if (next === 'start') return say`Next: start it.`;
  return next === 'finish' ? say`Next: tick it, as all of its steps are done.` : say`It is the next step.`;
}

function evidenceText({ done }: PlanRow, { evidence, forPeople }: Details): Message | undefined {
  if (evidence) return attestedText(evidence);
  // The tick of a person is the evidence of what only a person may complete.
  return done && !forPeople ? say`Nothing shows that its check passed.` : undefined;
}

function attestedText({ exit, tree, seen, reworded }: Attested): Message {
  const commit = tree.slice(0, SHORT_COMMIT);
  const ended = seen
    ? say`Its check was seen to end with exit status ${exit} on ${commit}.`
    : say`Its check ended with exit status ${exit} on ${commit}.`;
  return reworded ? sentences(ended, say`It was reworded since.`) : ended;
}
