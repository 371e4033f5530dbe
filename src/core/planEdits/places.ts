/** Finds the task or milestone at the cursor. */

import type { Document } from '../document/document';
import { sectionOnLine } from '../document/sections';
import type { Block } from '../markdown/markdown';
import type { Edits, Planned, Refusal } from '../plan/change';
import type { PlanFormat } from '../plan/format';
import { findItem } from '../plan/items';
import type { NextStep } from '../plan/next';
import type { Milestone, Plan } from '../plan/plan';
import { isTickable } from '../plan/tasks';
import { say } from '../text/message';
import { tickEdits } from './tick';

/** The line of the innermost task whose item contains a line. */
export function taskAt(document: Document, line: number, format?: PlanFormat): number | undefined {
  return taskIn(document.blocks, line, format);
}

function taskIn(blocks: readonly Block[], line: number, format: PlanFormat | undefined): number | undefined {
  const block = blocks.find(({ start, end }) => line >= start && line < end);
  if (!block) return undefined;
  const own = block.box && isTickable(block.box, format) ? block.box.range.start.line : undefined;
  return taskIn(block.children, line, format) ?? own;
}

/** The milestone whose item or section contains a line. */
export function milestoneAt({ document, plan }: Planned, line: number): Milestone | undefined {
  return plan.milestones.find((milestone) => {
    const item = findItem(document, milestone.line)?.item;
    const section = sectionOnLine(document.sections, milestone.line);
    const { start, end } = item ?? section ?? { start: milestone.line, end: milestone.line };
    return line >= start && line < end;
  });
}

/** The milestones that are not started yet. */
export function startableMilestones({ milestones }: Plan): Milestone[] {
  return milestones.filter(({ state, mark = ' ' }) => state === 'open' && mark.trim() === '');
}

/**
 * The milestone to start by default: the one at the line of the cursor, else the next one, else the only one. Undefined
 * if the user must choose.
 */
export function milestoneToStart(
  planned: Planned & { readonly next?: NextStep | undefined },
  line?: number,
): Milestone | undefined {
  const all = startableMilestones(planned.plan);
  const here = line === undefined ? undefined : milestoneAt(planned, line);
  const next = planned.next?.action === 'start' ? planned.next.milestone : undefined;
  const only = all.length === 1 ? all[0] : undefined;
  return all.find((milestone) => milestone === here) ?? next ?? only;
}

/** The edits that toggle several tasks. */
export interface Toggled extends Edits {
  /** The lines of the tasks that the edits tick or untick. */
  readonly lines: readonly number[];
}

/** Ticks the tasks that contain the lines, or unticks them if all are done. Ignores lines without a task. */
export function toggleTasks(
  { document, plan }: Pick<Planned, 'document' | 'plan'>,
  lines: readonly number[],
): Toggled | Refusal {
  const tasks = new Set(
    lines.map((line) => taskAt(document, line, plan.format)).filter((line) => line !== undefined),
  );
  const all = [...tasks].sort((a, b) => a - b);
  if (all.length === 0) return { refused: say`There is no step with a box at the cursor.` };
  const ticks = all.flatMap((line) => tickEdits(document, line, true, plan.format) ?? []);
  const edits =
    ticks.length > 0 ? ticks : all.flatMap((line) => tickEdits(document, line, false, plan.format) ?? []);
  return { edits, lines: all };
}
