/** The plan of a document: milestones and steps with their state. */

import type { Document, Section } from '../document';
import type { Block, Box } from '../markdown';
import { walkBlocks } from '../markdown';
import { withoutMark } from '../marks';
import type { Outline } from '../outline';
import { speaksOfPlan } from '../templateText';
import type { Range } from '../text';

export interface Step {
  /** The text after the box, on one line. */
  readonly title: string;
  readonly line: number;
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
  readonly state: 'open' | 'started' | 'done';
  /** Leaf tasks done, and all of them; a milestone without steps is its own leaf. */
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
  if (outline) return outline.bindings.filter(({ spec }) => spec.plan).flatMap(({ sections }) => sections);
  return document.sections.filter((section) => !section.parent && speaksOfPlan(section.heading.text));
}

/** Reads the plan. Boxes outside it never count; a document without one has no milestones. */
export function readPlan(document: Document, outline?: Outline): Plan {
  const milestones = planSections(document, outline).flatMap((section) => readMilestones(document, section));
  return milestones.length === 0
    ? EMPTY
    : { done: sum(milestones, 'done'), total: sum(milestones, 'total'), milestones };
}

/** Headings are the milestones if every task of the plan lies under one; else the top-level tasks are. */
function readMilestones(document: Document, section: Section): Milestone[] {
  const parts = subtree(document, section);
  const own = readSteps(section.blocks, 0);
  const headed = parts.slice(1).filter((part) => readSteps(part.blocks, 0).length > 0);
  if (own.length > 0 || headed.length === 0)
    return parts.flatMap((part) => readSteps(part.blocks, 0)).map(taskMilestone);
  return section.children.flatMap((child) => headingMilestone(document, child));
}

function headingMilestone(document: Document, section: Section): Milestone[] {
  const steps = subtree(document, section).flatMap((part) => readSteps(part.blocks, 1));
  if (steps.length === 0) return [];
  const { done, total } = countLeaves(steps);
  const state = done === total ? 'done' : done > 0 ? 'started' : 'open';
  return [
    { title: withoutMark(section.heading.text), line: section.heading.line, state, done, total, steps },
  ];
}

function taskMilestone(task: Step): Milestone {
  const { title, line, mark, markRange, steps } = task;
  const { done, total } = countLeaves([task]);
  const state = task.done ? 'done' : steps.length > 0 && done > 0 ? 'started' : 'open';
  return { title, line, state, done, total, mark, markRange, steps };
}

/** Every outermost task of the plan, under headings or not, with what is nested in it. */
export function readTasks(document: Document, outline?: Outline): Step[] {
  return planSections(document, outline).flatMap((section) =>
    subtree(document, section).flatMap((part) => readSteps(part.blocks, 0)),
  );
}

/** The innermost tasks that are open; other marks count as neither open nor done. */
export function openLeaves(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => {
    if (step.steps.length > 0) return openLeaves(step.steps);
    return step.mark.trim() === '' ? [step] : [];
  });
}

/** The section and all sections under it, in document order. */
export function subtree(document: Document, section: Section): readonly Section[] {
  return document.sections.filter((other) => other.start >= section.start && other.start < section.end);
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
  return box.task || ([...box.mark].length === 1 && !/[\p{L}\p{N}]/u.test(box.mark));
}

function makeStep(block: Block, box: Box, depth: number): Step {
  return {
    title: box.text.replace(/\s+/g, ' ').trim(),
    line: box.range.start.line,
    depth,
    mark: box.mark,
    markRange: box.range,
    done: /^[xX]$/.test(box.mark),
    steps: readSteps(block.children, depth + 1),
  };
}

/** Innermost tasks done, and all of them. */
export function countLeaves(steps: readonly Step[]): { done: number; total: number } {
  let done = 0;
  let total = 0;
  for (const step of steps) {
    const inner = step.steps.length > 0 ? countLeaves(step.steps) : { done: step.done ? 1 : 0, total: 1 };
    done += inner.done;
    total += inner.total;
  }
  return { done, total };
}

function sum(milestones: readonly Milestone[], key: 'done' | 'total'): number {
  return milestones.reduce((count, milestone) => count + milestone[key], 0);
}

/** The edit that ticks or unticks the task on a line, or undefined if there is none or it is so already. */
export function tickEdit(
  document: Document,
  line: number,
  done: boolean,
): { range: Range; newText: string } | undefined {
  for (const block of walkBlocks(document.blocks)) {
    if (!block.box?.task || block.box.range.start.line !== line) continue;
    if (/[xX]/.test(block.box.mark) === done) return undefined;
    return { range: block.box.range, newText: done ? 'x' : ' ' };
  }
  return undefined;
}
