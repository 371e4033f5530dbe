/** Why a document cannot be finalized yet: what is open in it, or what would be lost. */

import type { Analysis } from '../analysis/analyze';
import { verifiedSteps } from '../analysis/verified';
import { openMessage } from '../comments/describe';
import { readComments } from '../comments/read';
import type { FileState } from '../plan/fileState';
import { idle, idleText } from '../plan/idle';
import { lineOf } from '../plan/next';
import { leavesLeft } from '../plan/unfinished';
import type { Stage } from '../status/stage';
import { statusField } from '../status/stage';
import type { Message } from '../text/message';
import { say, sentences } from '../text/message';
import type { FullVersion } from './fullVersion';
import { missingVersion } from './fullVersion';

/** Why a document is not finalized, as a sentence that says what to do. */
export interface Obstacle {
  /** Counted from 0; undefined if it is about the whole document. */
  readonly line?: number;
  readonly message: Message;
}

/** The obstacles of documents that never ship. */
const NOT_SHIPPED: Readonly<Partial<Record<Stage, Message>>> = {
  dead: say`The document was given up or superseded: only a document that has shipped becomes its summary.`,
  reference: say`The document is a reference: only a document that has shipped becomes its summary.`,
  retrospective: say`The document is a retrospective: only a document that has shipped becomes its summary.`,
};

/** The obstacles in a document, those about the whole of it first, then in the order of their lines. */
export function obstacles(
  analysis: Analysis,
  full: FullVersion,
  states?: ReadonlyMap<number, FileState>,
): Obstacle[] {
  const missing = missingVersion(full);
  const unproved = verifiedSteps(analysis.plan, states).filter(({ blocks }) => blocks);
  return [
    ...stageObstacles(analysis),
    ...(missing === undefined ? [] : [{ message: missing }]),
    ...[
      ...planObstacles(analysis),
      ...unproved.map(({ line, message }) => ({ line, message })),
      ...commentObstacles(analysis),
    ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  ];
}

/** Resolved comments go with the text that they are about. */
function commentObstacles({ document }: Analysis): Obstacle[] {
  const open = readComments(document).filter(({ state }) => state === 'open');
  return open.map((comment) => ({
    line: comment.range.start.line,
    message: sentences(openMessage(comment), say`Resolve it first.`),
  }));
}

function stageObstacles({ bound, document, plan }: Analysis): Obstacle[] {
  if (!bound)
    return [{ message: say`The document fits no template, so nothing says which part sums it up.` }];
  const other = NOT_SHIPPED[bound.stage];
  if (other !== undefined) return [{ message: other }];
  if (bound.stage === 'finished') return [];
  const status = statusField(document);
  if (!status) {
    return [
      { message: say`The document has no status, so nothing would say that it is finished. Give it one.` },
    ];
  }
  if (bound.stage !== 'unknown' && plan.milestones.length + plan.unread.length > 0) return [];
  const message = say`The status is "${status.value}", and no plan shows that the work is done. Set the status first.`;
  return [{ line: status.line, message }];
}

function planObstacles({ bound, document, next, plan }: Analysis): Obstacle[] {
  const left = leavesLeft(plan.milestones).filter(({ mark }) => mark !== undefined);
  if (!next) {
    const { reason, lines } = idle(plan);
    if (reason === 'done' || reason === 'no-plan') return [];
    return [{ line: lines[0] ?? 0, message: idleText({ document, plan, bound }) }];
  }
  const open = left.map(({ line, title }) => ({
    line,
    message: say`The step "${title}" is not done. Complete it, or take it out of the plan.`,
  }));
  const unread = plan.unread.map((line) => ({
    line,
    message: say`This looks like a task and is none, so its work is not known. Write it as a "- [ ]" item.`,
  }));
  if (open.length + unread.length > 0) return [...open, ...unread];
  const { title } = next.step ?? next.milestone;
  return [{ line: lineOf(next), message: say`"${title}" is not ticked. Tick it if it is done.` }];
}
