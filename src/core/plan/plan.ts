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
import { namesPlan } from '../template/planWords';
import type { Range } from '../text/text';
import { hasLetterOrDigit } from '../text/unicode';
import { milestoneLabel } from './labels';

/** A task of the plan. */
export interface Step {
  /** The text after the box, on one line, without comments. */
  readonly title: string;
  readonly line: number;
  /** The text of the item with comments and plain sub-items, without its steps. */
  readonly text: string;
  /** 1 for a milestone's direct steps. */
  readonly depth: number;
  /** The character in the box: a space, an x, or another mark. */
  readonly mark: string;
  readonly markRange: Range;
  readonly done: boolean;
  readonly steps: readonly Step[];
}

/** A top-level task of the plan, or a heading with tasks. */
export interface Milestone {
  readonly title: string;
  readonly line: number;
  /** The text of its item without its steps, or of its heading. */
  readonly text: string;
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
}

const EMPTY: Plan = { done: 0, total: 0, milestones: [] };

/**
 * The sections of the plan: those of the template's plan. If the document has none of them, or without a template, those
 * whose headings name a plan; beside a template only if they have tasks.
 */
export function planSections(document: Document, outline?: Outline): readonly Section[] {
  const bound = outline && sectionsOfPlan(outline);
  if (bound && (bound.length > 0 || !outline.template.specs.some(({ plan }) => plan))) return bound;
  return document.sections.filter(
    (section) =>
      !section.parent &&
      namesPlan(section.heading.text) &&
      (!outline || (!outline.specOf.has(section) && tasksUnder(section).length > 0)),
  );
}

/** The outermost sections that are bound to the template's plan, in document order. */
export const sectionsOfPlan = memoize(({ bindings }: Outline): readonly Section[] => {
  const plans = new Set(bindings.filter(({ spec }) => spec.plan).flatMap(({ sections }) => sections));
  // A sub-section of the plan may be bound on its own, but its parent already includes it.
  return [...plans].filter((section) => !liesIn(section.parent, plans)).sort((a, b) => a.start - b.start);
});

function liesIn(section: Section | undefined, sections: ReadonlySet<Section>): boolean {
  return section !== undefined && (sections.has(section) || liesIn(section.parent, sections));
}

/** The plan of a document, without boxes outside of the plan's sections; empty if the document has no plan. */
export function readPlan(document: Document, outline?: Outline): Plan {
  const milestones = planSections(document, outline).flatMap(readMilestones);
  return milestones.length === 0
    ? EMPTY
    : { done: sum(milestones, 'done'), total: sum(milestones, 'total'), milestones };
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

/** The outermost tasks of a section and its sub-sections. Memoized, because several rules need them. */
export const tasksUnder = memoize((section: Section): readonly Step[] =>
  subtree(section).flatMap(({ blocks }) => readSteps(blocks, 0)),
);

/** The outermost tasks of the plan with their steps, under headings or not. */
export function readTasks(document: Document, outline?: Outline): readonly Step[] {
  return planSections(document, outline).flatMap(tasksUnder);
}

/** The open leaf tasks. Marks other than a space and x are neither open nor done. */
export function openLeaves(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => {
    if (step.steps.length > 0) return openLeaves(step.steps);
    return step.mark.trim() === '' ? [step] : [];
  });
}

/** The tasks in the blocks, nested like their items; plain items between tasks add no depth. */
export function readSteps(blocks: readonly Block[], depth: number): Step[] {
  return blocks.flatMap((block) => {
    if (!block.box || !isStep(block.box)) return readSteps(block.children, depth);
    return [makeStep(block, block.box, depth)];
  });
}

/** True for a GFM task, and for another mark of one character such as `[~]`. */
function isStep(box: Box): boolean {
  return box.task || ([...box.mark].length === 1 && !hasLetterOrDigit(box.mark));
}

function makeStep(block: Block, box: Box, depth: number): Step {
  const opening = openingOf(block.children);
  return {
    title: titleOf(box.text),
    line: box.range.start.line,
    text: [box.text, ...block.children.filter((child) => child !== opening).flatMap(textsOf)].join('\n'),
    depth,
    mark: box.mark,
    markRange: box.range,
    done: /^[xX]$/.test(box.mark),
    steps: readSteps(block.children, depth + 1),
  };
}

/** The title of a task with this text: on one line, without comments. */
export function titleOf(text: string): string {
  return fold(withoutComments(text));
}

/** The contents of a block and its descendants, without tasks. */
function textsOf(block: Block): string[] {
  if (block.box && isStep(block.box)) return [];
  return [...(block.content === '' ? [] : [block.content]), ...block.children.flatMap(textsOf)];
}

/** The number of leaf tasks that are done, and of all. Only GFM tasks count: another mark is neither open nor done. */
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
