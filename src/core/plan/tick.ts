/** Ticking and unticking: one character, and the evidence that goes with it. Nothing is ever ticked by cascade. */

import type { Document } from '../document/document';
import { openingOf } from '../markdown/markdown';
import type { TextEdit } from '../text/text';
import { range } from '../text/text';
import type { Evidence } from './evidence';
import { EVIDENCE, evidenceComment } from './evidence';
import { findItem } from './items';
import type { Milestone, Plan, Step } from './plan';

/**
 * The edits that tick or untick the task on a line: none if it is so already, undefined if no task stands there. An
 * untick takes the evidence of the step away, for it speaks of something that is claimed no more.
 */
export function tickEdits(document: Document, line: number, done: boolean): TextEdit[] | undefined {
  const item = findItem(document, line)?.item;
  if (!item?.box?.task) return undefined;
  const { mark, range: own } = item.box;
  if (/[xX]/.test(mark) === done) return [];
  const tick = { range: own, newText: done ? 'x' : ' ' };
  return done
    ? [tick]
    : [tick, ...evidenceEdits(document, item.start, openingOf(item.children)?.end ?? item.end)];
}

/** The edits that tick a step and keep the evidence on it; undefined if no task stands there. */
export function completeEdits(
  document: Document,
  step: Step | Milestone,
  evidence: Evidence,
): TextEdit[] | undefined {
  const item = findItem(document, step.line)?.item;
  if (!item?.box?.task) return undefined;
  const last = (openingOf(item.children)?.end ?? item.end) - 1;
  const width = document.lineAt(last)?.text.trimEnd().length ?? 0;
  return [
    ...(tickEdits(document, step.line, true) ?? []),
    ...evidenceEdits(document, item.start, last + 1),
    { range: range(last, width, last, width), newText: ` ${evidenceComment(step, evidence)}` },
  ];
}

function evidenceEdits(document: Document, start: number, end: number): TextEdit[] {
  const edits = [];
  for (let line = start; line < end; line++) {
    for (const { 0: found, index } of (document.lineAt(line)?.text ?? '').matchAll(EVIDENCE)) {
      edits.push({ range: range(line, index, line, index + found.length), newText: '' });
    }
  }
  return edits;
}

/**
 * The tasks that contradict the one on a line now, innermost first: open ones whose steps are all done, if it is done;
 * ticked ones around it, if it is open. Ticking or unticking them is for a person to decide.
 */
export function contradicted({ milestones }: Plan, line: number): (Step | Milestone)[] {
  const chain = chainTo(milestones, line);
  const [own, ...around] = chain.reverse();
  if (!own) return [];
  const found: (Step | Milestone)[] = [];
  for (const task of around.filter(({ mark }) => mark !== undefined)) {
    const ready = task.steps.every((step) => isDone(step) || found.includes(step));
    if (isDone(own) ? !isDone(task) && task.mark?.trim() === '' && ready : isDone(task)) found.push(task);
    else if (isDone(own)) break;
  }
  return found;
}

/** The tasks from the milestone down to the one on a line. */
function chainTo(tasks: readonly (Step | Milestone)[], line: number): (Step | Milestone)[] {
  for (const task of tasks) {
    if (task.line === line) return [task];
    const below = chainTo(task.steps, line);
    if (below.length > 0) return [task, ...below];
  }
  return [];
}

/** True if the box is ticked. */
export function isDone({ mark }: Step | Milestone): boolean {
  return /^[xX]$/.test(mark ?? '');
}
