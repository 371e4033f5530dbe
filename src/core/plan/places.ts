/** What a cursor in a document means: the task or milestone that it stands in. */

import type { Document } from '../document/document';
import type { Block } from '../markdown/markdown';
import type { Edits, Planned, Refusal } from './change';
import { findItem } from './items';
import type { NextStep } from './next';
import type { Milestone, Plan } from './plan';
import { tickEdits } from './tick';

/** The line of the innermost task that a line belongs to: its own, or one of the text below it. */
export function taskAt(document: Document, line: number): number | undefined {
  return taskIn(document.blocks, line);
}

function taskIn(blocks: readonly Block[], line: number): number | undefined {
  const block = blocks.find(({ start, end }) => line >= start && line < end);
  if (!block) return undefined;
  const own = block.box?.task ? block.box.range.start.line : undefined;
  return taskIn(block.children, line) ?? own;
}

/** The milestone that a line belongs to. */
export function milestoneAt({ document, plan }: Planned, line: number): Milestone | undefined {
  return plan.milestones.find((milestone) => {
    const item = findItem(document, milestone.line)?.item;
    const section = document.sections.find(({ heading }) => heading.line === milestone.line);
    const { start, end } = item ?? section ?? { start: milestone.line, end: milestone.line };
    return line >= start && line < end;
  });
}

/** The milestones that nobody has started yet. */
export function startable({ milestones }: Plan): Milestone[] {
  return milestones.filter(({ state, mark = ' ' }) => state === 'open' && mark.trim() === '');
}

/**
 * The milestone that "start" means without another word: the one at the line of the cursor, else the one that is
 * next, else the only one there is. Undefined if that is for a person to say.
 */
export function milestoneToStart(
  planned: Planned & { readonly next?: NextStep | undefined },
  line?: number,
): Milestone | undefined {
  const all = startable(planned.plan);
  const here = line === undefined ? undefined : milestoneAt(planned, line);
  const next = planned.next?.action === 'start' ? planned.next.milestone : undefined;
  const only = all.length === 1 ? all[0] : undefined;
  return all.find((milestone) => milestone === here) ?? next ?? only;
}

/** Tasks turned over together. */
export interface Turned extends Edits {
  /** The lines of the tasks that the edits tick or untick. */
  readonly lines: readonly number[];
}

/** Ticks the tasks that the lines belong to, or unticks them if all are done; other lines among them say nothing. */
export function turnTasks(document: Document, lines: readonly number[]): Turned | Refusal {
  const tasks = new Set(lines.map((line) => taskAt(document, line)).filter((line) => line !== undefined));
  const all = [...tasks].sort((a, b) => a - b);
  if (all.length === 0) return { refused: 'No step with a box to tick stands at the cursor.' };
  const ticks = all.flatMap((line) => tickEdits(document, line, true) ?? []);
  const edits = ticks.length > 0 ? ticks : all.flatMap((line) => tickEdits(document, line, false) ?? []);
  return { edits, lines: all };
}
