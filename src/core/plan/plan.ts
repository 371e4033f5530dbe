/** The plan of a document: milestones and steps with their state. */

import type { Document, Section } from '../document/document';
import { subtree } from '../document/document';
import { withoutComments } from '../markdown/inline';
import type { Block, Box } from '../markdown/markdown';
import { openingOf } from '../markdown/markdown';
import { withoutMark } from '../markdown/marks';
import { fold } from '../markdown/tokens';
import { memoize } from '../query/memoize';
import type { Outline } from '../template/outline';
import { speaksOfPlan } from '../template/templateText';
import type { Range } from '../text/text';
import { hasLetterOrDigit } from '../text/unicode';
import { milestoneLabel } from './labels';

export interface Step {
  /** The text after the box, on one line, comments left out. */
  readonly title: string;
  readonly line: number;
  /** All that the item itself says, comments and plain sub-items included; what its steps say is theirs. */
  readonly text: string;
  /** 1 for a milestone's own steps. */
  readonly depth: number;
  /** What stands in the box: a blank, an x, or another mark. */
  readonly mark: string;
  /** Where the mark stands. */
  readonly markRange: Range;
  readonly done: boolean;
  readonly steps: readonly Step[];
}

export interface Milestone {
  readonly title: string;
  readonly line: number;
  /** All that its item says besides its steps; of a heading, its text. */
  readonly text: string;
  readonly state: 'open' | 'started' | 'done';
  /** Leaf tasks done, and all of them; a milestone without steps is its own leaf, but for a heading. */
  readonly done: number;
  readonly total: number;
  /** The milestone's own box; a heading has none. */
  readonly mark?: string;
  readonly markRange?: Range;
  readonly steps: readonly Step[];
}

export interface Plan {
  readonly done: number;
  readonly total: number;
  readonly milestones: readonly Milestone[];
}

const EMPTY: Plan = { done: 0, total: 0, milestones: [] };

/** The sections that are the plan: what the template says is one, or, without a template, what calls itself one. */
export function planSections(document: Document, outline?: Outline): readonly Section[] {
  if (outline) return sectionsOfPlan(outline);
  return document.sections.filter((section) => !section.parent && speaksOfPlan(section.heading.text));
}

/** The sections of a document that are its plan, by its outline. */
export const sectionsOfPlan = memoize(({ bindings }: Outline): readonly Section[] => {
  const plans = new Set(bindings.filter(({ spec }) => spec.plan).flatMap(({ sections }) => sections));
  // A part of the plan that the template knows by itself is in the plan already.
  return [...plans].filter((section) => !liesIn(section.parent, plans)).sort((a, b) => a.start - b.start);
});

function liesIn(section: Section | undefined, sections: ReadonlySet<Section>): boolean {
  return section !== undefined && (sections.has(section) || liesIn(section.parent, sections));
}

/** Reads the plan. Boxes outside it never count; a document without one has no milestones. */
export function readPlan(document: Document, outline?: Outline): Plan {
  const milestones = planSections(document, outline).flatMap(readMilestones);
  return milestones.length === 0
    ? EMPTY
    : { done: sum(milestones, 'done'), total: sum(milestones, 'total'), milestones };
}

/**
 * Headings are the milestones if every task of the plan lies under one; else the top-level tasks are. A heading
 * without tasks is a note, unless it is named as a milestone: then it is one that nobody has started.
 */
function readMilestones(section: Section): Milestone[] {
  const own = readSteps(section.blocks, 0);
  return own.length > 0 ? tasksUnder(section).map(taskMilestone) : section.children.flatMap(headingMilestone);
}

function headingMilestone(section: Section): Milestone[] {
  const { text, line } = section.heading;
  const title = withoutMark(text);
  const steps = subtree(section).flatMap((part) => readSteps(part.blocks, 1));
  if (steps.length === 0 && milestoneLabel(title) === undefined) return [];
  const { done, total } = countLeaves(steps);
  const state = total > 0 && done === total ? 'done' : done > 0 ? 'started' : 'open';
  return [{ title, line, text, state, done, total, steps }];
}

function taskMilestone(task: Step): Milestone {
  const { title, line, text, mark, markRange, steps } = task;
  const { done, total } = countLeaves([task]);
  const state = task.done ? 'done' : steps.length > 0 && done > 0 ? 'started' : 'open';
  return { title, line, text, state, done, total, mark, markRange, steps };
}

/** The outermost tasks of a section and its sub-sections; several rules ask for them. */
export const tasksUnder = memoize((section: Section): readonly Step[] =>
  subtree(section).flatMap(({ blocks }) => readSteps(blocks, 0)),
);

/** Every outermost task of the plan, under headings or not, with what is nested in it. */
export function readTasks(document: Document, outline?: Outline): readonly Step[] {
  return planSections(document, outline).flatMap(tasksUnder);
}

/** The innermost tasks that are open; other marks count as neither open nor done. */
export function openLeaves(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => {
    if (step.steps.length > 0) return openLeaves(step.steps);
    return step.mark.trim() === '' ? [step] : [];
  });
}

/** The tasks among the blocks, nested as their items nest; plain items between tasks add no depth. */
export function readSteps(blocks: readonly Block[], depth: number): Step[] {
  return blocks.flatMap((block) => {
    if (!block.box || !isStep(block.box)) return readSteps(block.children, depth);
    return [makeStep(block, block.box, depth)];
  });
}

/** A GFM task, or an item with another one-sign mark such as `[~]`, which is kept as it is. */
function isStep(box: Box): boolean {
  return box.task || ([...box.mark].length === 1 && !hasLetterOrDigit(box.mark));
}

function makeStep(block: Block, box: Box, depth: number): Step {
  const opening = openingOf(block.children);
  return {
    title: titleOf(box.text),
    line: box.range.start.line,
    text: [box.text, ...block.children.filter((child) => child !== opening).flatMap(saidBy)].join('\n'),
    depth,
    mark: box.mark,
    markRange: box.range,
    done: /^[xX]$/.test(box.mark),
    steps: readSteps(block.children, depth + 1),
  };
}

/** The title that a task with this text has: on one line, comments left out. */
export function titleOf(text: string): string {
  return fold(withoutComments(text));
}

/** What a block says, the tasks in it left out. */
function saidBy(block: Block): string[] {
  if (block.box && isStep(block.box)) return [];
  return [...(block.content === '' ? [] : [block.content]), ...block.children.flatMap(saidBy)];
}

/** Innermost tasks done, and all of them. Only what GFM calls a task counts: another mark is neither open nor done. */
export function countLeaves(steps: readonly Step[]): { done: number; total: number } {
  let done = 0;
  let total = 0;
  for (const step of steps) {
    const inner = countLeaves(step.steps);
    const own = inner.total === 0 && (step.done || step.mark.trim() === '') ? 1 : 0;
    done += own > 0 && step.done ? 1 : inner.done;
    total += own + inner.total;
  }
  return { done, total };
}

function sum(milestones: readonly Milestone[], key: 'done' | 'total'): number {
  return milestones.reduce((count, milestone) => count + milestone[key], 0);
}
