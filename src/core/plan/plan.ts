/** The plan of a document: milestones and steps with their state. */

import type { Document, Section } from '../document/document';
import { subtree } from '../document/document';
import { withoutMark } from '../markdown/marks';
import type { Outline } from '../template/outline';
import type { Range } from '../text/text';
import { milestoneLabel } from './labels';
import { lookalikesIn } from './lookalikes';
import { planSections } from './sections';
import type { Step } from './tasks';
import { countLeaves, readSteps, tasksUnder } from './tasks';

/** A top-level task of the plan, or a heading with tasks. */
export interface Milestone {
  readonly title: string;
  readonly line: number;
  /** The line after the last one of its item or section, with its steps. */
  readonly end: number;
  /** The text of its item without its steps, or of its heading. */
  readonly text: string;
  /** The blocks of `text`, each on its own, without code blocks. */
  readonly prose: readonly string[];
  readonly state: 'open' | 'started' | 'done';
  /**
   * The number of leaf tasks that are done, and of all. A milestone without steps is a leaf, unless it is a heading.
   */
  readonly done: number;
  readonly total: number;
  /** The character in the milestone's box; undefined for a heading. */
  readonly mark?: string;
  readonly markRange?: Range;
  readonly steps: readonly Step[];
}

/** The plan of a document; `done` and `total` count leaf tasks. */
export interface Plan {
  readonly done: number;
  readonly total: number;
  readonly milestones: readonly Milestone[];
  /** The lines that look like a task or a milestone and are none, in order. Their work is not in the numbers. */
  readonly unread: readonly number[];
}

/** The plan of a document, without boxes outside of the plan's sections; empty if the document has no plan. */
export function readPlan(document: Document, outline?: Outline): Plan {
  const sections = planSections(document, outline);
  const milestones = sections.flatMap(readMilestones);
  // A box with another mark is read, as a task that is not done.
  const unread = lookalikesIn(document, sections, outline).filter(({ kind }) => kind !== 'mark');
  return {
    done: sum(milestones, 'done'),
    total: sum(milestones, 'total'),
    milestones,
    unread: unread.map(({ range }) => range.start.line),
  };
}

/**
 * The milestones are the headings if every task of the plan is under one, else the top-level tasks. A heading without
 * tasks is a milestone only if it has a label.
 */
function readMilestones(section: Section): Milestone[] {
  const direct = readSteps(section.blocks, 0);
  return direct.length > 0
    ? tasksUnder(section).map(taskMilestone)
    : section.children.flatMap(headingMilestone);
}

function headingMilestone(section: Section): Milestone[] {
  const { heading, end } = section;
  const { text, line } = heading;
  const title = withoutMark(text);
  const steps = subtree(section).flatMap((part) => readSteps(part.blocks, 1));
  if (steps.length === 0 && milestoneLabel(title) === undefined) return [];
  const { done, total } = countLeaves(steps);
  const isDone = total > 0 && done === total && steps.every((step) => step.done);
  const state = isDone ? 'done' : done > 0 ? 'started' : 'open';
  return [{ title, line, end, text, prose: [text], state, done, total, steps }];
}

function taskMilestone(task: Step): Milestone {
  const { title, line, end, text, prose, mark, markRange, steps } = task;
  const { done, total } = countLeaves([task]);
  // A tick over steps that are not done is a contradiction: the milestone is not finished while one stands.
  const state = task.done && done === total ? 'done' : task.done || done > 0 ? 'started' : 'open';
  return { title, line, end, text, prose, state, done, total, mark, markRange, steps };
}

/** The outermost tasks of the plan with their steps, under headings or not. */
export function readTasks(document: Document, outline?: Outline): readonly Step[] {
  return planSections(document, outline).flatMap(tasksUnder);
}

function sum(milestones: readonly Milestone[], key: 'done' | 'total'): number {
  return milestones.reduce((count, milestone) => count + milestone[key], 0);
}
