/** Ticks and unticks a task, and adds or removes its evidence. Never ticks another task along with it. */

import type { Document } from '../document/document';
import { openingOf } from '../markdown/markdown';
import { chainTo } from '../plan/chain';
import type { Evidence } from '../plan/evidence';
import { EVIDENCE, evidenceComment } from '../plan/evidence';
import type { PlanFormat } from '../plan/format';
import { findItem } from '../plan/items';
import type { Milestone, Plan } from '../plan/plan';
import type { Step } from '../plan/tasks';
import { isTickable } from '../plan/tasks';
import { isDone, isOpen, unfinishedBelow } from '../plan/unfinished';
import type { TextEdit } from '../text/text';
import { range } from '../text/text';

/**
 * The edits that tick or untick the task on a line; empty if it is already so, undefined if there is no task.
 * Unticking removes the step's evidence, because the claim that it supports is withdrawn.
 */
export function tickEdits(
  document: Document,
  line: number,
  done: boolean,
  format?: PlanFormat,
): TextEdit[] | undefined {
  const item = findItem(document, line)?.item;
  if (!item?.box || !isTickable(item.box, format)) return undefined;
  const { mark, range: markRange } = item.box;
  if (/[xX]/.test(mark) === done) return [];
  const tick = { range: markRange, newText: done ? 'x' : ' ' };
  return done
    ? [tick]
    : [tick, ...evidenceEdits(document, item.start, openingOf(item.children)?.end ?? item.end)];
}

/** The edits that tick a step and record evidence on it; undefined if there is no task on its line. */
export function completeEdits(
  document: Document,
  step: Step | Milestone,
  evidence: Evidence,
  format?: PlanFormat,
): TextEdit[] | undefined {
  const item = findItem(document, step.line)?.item;
  if (!item?.box || !isTickable(item.box, format)) return undefined;
  const last = (openingOf(item.children)?.end ?? item.end) - 1;
  const width = document.lineAt(last)?.text.trimEnd().length ?? 0;
  return [
    ...(tickEdits(document, step.line, true, format) ?? []),
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
 * The ancestors whose boxes contradict the task on a line, innermost first: if it is done, open ones whose steps are
 * all done; if it is open, ticked ones. The user decides whether to tick or untick them.
 */
export function contradicted(plan: Plan, line: number): (Step | Milestone)[] {
  const [start, ...ancestors] = chainTo(plan.milestones, line).reverse();
  if (!start) return [];
  const boxed = ancestors.filter(({ mark }) => mark !== undefined);
  if (!isDone(start)) return boxed.filter(isDone);
  const found: (Step | Milestone)[] = [];
  for (const task of boxed) {
    if (!isOpen(task) || unfinishedBelow(plan, task, found) !== undefined) break;
    found.push(task);
  }
  return found;
}
