/** The plan of a document: milestones and steps with their state. */

import type { Document, Section } from '../document/document';
import { subtree } from '../document/document';
import { withoutMark } from '../markdown/marks';
import type { Outline } from '../outline/outline';
import type { Range } from '../text/text';
import type { PlanFormat } from './format';
import { milestoneLabel } from './labels';
import { lookalikesAmong, lookalikesIn } from './lookalikes';
import { planSections } from './sections';
import type { Step } from './tasks';
import { countLeaves, hasSteps, readSteps, required, tasksUnder } from './tasks';

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
  readonly underWay?: true;
  readonly optional?: true;
  readonly steps: readonly Step[];
}

/** The plan of a document; `done` and `total` count leaf tasks. */
export interface Plan {
  readonly done: number;
  readonly total: number;
  readonly milestones: readonly Milestone[];
  /** The lines that look like a task or a milestone and are none, in order. Their work is not in the numbers. */
  readonly unread: readonly number[];
  /** The format of a file that is a plan as a whole. */
  readonly format?: PlanFormat;
}

/**
 * The plan of a document, without boxes outside of the plan's sections; empty if the document has no plan. A file with a
 * format is a plan as a whole, unless its template has one.
 */
export function readPlan(document: Document, outline?: Outline, format?: PlanFormat): Plan {
  if (format && !outline) return readPlanFile(document, format);
  const sections = planSections(document, outline);
  const milestones = sections.flatMap(readMilestones);
  // A box with another mark is read, as a task that is not done.
  const unread = lookalikesIn(document, sections, outline).filter(({ kind }) => kind !== 'mark');
  return {
    ...counted(milestones),
    milestones,
    unread: unread.map(({ range }) => range.start.line),
  };
}

/** The milestones of a plan file are the tasks before the first heading, and the headings with tasks. */
function readPlanFile(document: Document, format: PlanFormat): Plan {
  const roots = document.sections.filter(({ parent }) => !parent);
  const milestones = [
    ...readSteps(document.preamble, format).map(taskMilestone),
    ...roots.flatMap((section) => headingMilestone(section, format)),
  ];
  const blocks = [
    document.preamble,
    ...roots.flatMap((section) => subtree(section).map((part) => part.blocks)),
  ];
  const unread = lookalikesAmong(document, blocks.flat(), format);
  return { ...counted(milestones), milestones, unread: unread.map(({ range }) => range.start.line), format };
}

/**
 * The milestones are the headings if every task of the plan is under one, else the top-level tasks. A heading without
 * tasks is a milestone only if it has a label.
 */
function readMilestones(section: Section): Milestone[] {
  return hasSteps(section.blocks)
    ? tasksUnder(section).map(taskMilestone)
    : section.children.flatMap((child) => headingMilestone(child));
}

function headingMilestone(section: Section, format?: PlanFormat): Milestone[] {
  const { heading, end } = section;
  const { text, line } = heading;
  const title = withoutMark(text);
  const steps = subtree(section).flatMap((part) => readSteps(part.blocks, format));
  if (steps.length === 0 && (format || milestoneLabel(title) === undefined)) return [];
  const { done, total } = countLeaves(steps);
  const isDone = total > 0 && done === total && steps.every((step) => step.done);
  const state = isDone ? 'done' : done > 0 ? 'started' : 'open';
  return [{ title, line, end, text, prose: [text], state, done, total, steps }];
}

function taskMilestone(task: Step): Milestone {
  const { title, line, end, text, prose, mark, markRange, underWay, optional, steps } = task;
  const { done, total } = countLeaves([task]);
  // A tick over steps that are not done is a contradiction: the milestone is not finished while one stands.
  const isStarted = task.done || underWay === true || done > 0;
  const state = task.done && done === total ? 'done' : isStarted ? 'started' : 'open';
  const signs = { ...(underWay && { underWay }), ...(optional && { optional }) };
  return { title, line, end, text, prose, state, done, total, mark, markRange, ...signs, steps };
}

/** The outermost tasks of the plan with their steps, under headings or not. */
export function readTasks(document: Document, outline?: Outline): readonly Step[] {
  return planSections(document, outline).flatMap(tasksUnder);
}

function counted(milestones: readonly Milestone[]): Pick<Plan, 'done' | 'total'> {
  const sum = (key: 'done' | 'total'): number =>
    required(milestones).reduce((count, milestone) => count + milestone[key], 0);
  return { done: sum('done'), total: sum('total') };
}
