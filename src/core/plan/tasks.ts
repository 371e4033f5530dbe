/** The tasks in a section: list items with a box, nested like their items. */

import type { Section } from '../document/document';
import { subtree } from '../document/document';
import { isReviewComment } from '../document/reviewMarker';
import { withoutComments } from '../markdown/inline';
import type { Block, BlockKind, Box } from '../markdown/markdown';
import { openingOf } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import { memoize } from '../query/memoize';
import type { Range } from '../text/text';
import { hasLetterOrDigit } from '../text/unicode';
import type { PlanFormat } from './format';

const GFM_MARK = /^[ \txX]$/;

/** A task of the plan. */
export interface Step {
  /** The text after the box, on one line, without comments. */
  readonly title: string;
  readonly line: number;
  /** The line after the last one of its item, with its steps. */
  readonly end: number;
  /** The text of the item with comments and plain sub-items, without its steps. */
  readonly text: string;
  /** The blocks of `text`, each on its own, without code blocks. */
  readonly prose: readonly string[];
  /** The character in the box: a space, an x, or another mark. */
  readonly mark: string;
  readonly markRange: Range;
  readonly done: boolean;
  /** True for a mark that means open, though it is not a blank: the task is under way or queued. */
  readonly underWay?: true;
  /** True if it may be left out: it is neither counted nor next. */
  readonly optional?: true;
  /** True if it may be done at the same time as others of which this is true. */
  readonly parallel?: true;
  readonly steps: readonly Step[];
}

/** The outermost tasks of a section and its sub-sections. Memoized, because several rules need them. */
export const tasksUnder = memoize((section: Section): readonly Step[] =>
  subtree(section).flatMap(({ blocks }) => readSteps(blocks)),
);

/** The tasks of a plan, or below tasks, in the order of their lines. */
export function* allTasks<T extends Pick<Step, 'steps'>>(tasks: readonly T[]): Generator<T | Step> {
  for (const task of tasks) {
    yield task;
    yield* allTasks(task.steps);
  }
}

/** The steps that have to be done. */
export function required<T extends { readonly optional?: true }>(steps: readonly T[]): readonly T[] {
  return steps.some(({ optional }) => optional) ? steps.filter(({ optional }) => !optional) : steps;
}

/** The leaf tasks with a blank in their box. Those with another mark are not done either, but a person settles them. */
export function openLeaves(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => {
    if (step.steps.length > 0) return openLeaves(step.steps);
    return step.mark.trim() === '' ? [step] : [];
  });
}

/** The tasks in the blocks, nested like their items; plain items between tasks add no depth. */
export function readSteps(blocks: readonly Block[], format?: PlanFormat): Step[] {
  return blocks.flatMap((block) => {
    const step = block.box && stepOf(block, format);
    return step ? [step] : readSteps(block.children, format);
  });
}

/** True if there is a task in the blocks. */
export function hasSteps(blocks: readonly Block[]): boolean {
  return blocks.some(({ box, children }) => (box && isStep(box)) || hasSteps(children));
}

/** True for a GFM task, for another mark of one character such as `[~]`, and for an optional task of the format. */
function isStep(box: Box, format?: PlanFormat): boolean {
  if (box.sign !== '' && box.sign !== format?.optionalSign) return false;
  return GFM_MARK.test(box.mark) || ([...box.mark].length === 1 && !hasLetterOrDigit(box.mark));
}

/** True if ticking changes the box: it is open or done. Any other mark is kept as it is. */
export function isTickable(box: Box, format: PlanFormat | undefined): boolean {
  return isStep(box, format) && (GFM_MARK.test(box.mark) || isOpenMark(box.mark, format));
}

function isOpenMark(mark: string, format: PlanFormat | undefined): boolean {
  return format !== undefined && mark !== '' && format.openMarks.includes(mark);
}

/** The task of an item. Memoized: the plan, the look-alikes and the tasks of a section are read one by one. */
const stepOf = memoize((block: Block, format: PlanFormat | undefined): Step | undefined => {
  const { box } = block;
  if (!box || !isStep(box, format)) return undefined;
  const opening = openingOf(block.children);
  const others = block.children.filter((child) => child !== opening);
  return {
    title: titleOf(box.text),
    line: box.range.start.line,
    end: block.end,
    text: [box.text, ...others.flatMap((child) => textsOf(child, format))].join('\n'),
    prose: [box.text, ...others.flatMap((child) => textsOf(child, format, 'code'))],
    mark: box.mark,
    markRange: box.range,
    done: /^[xX]$/.test(box.mark),
    ...(isOpenMark(box.mark, format) && { underWay: true }),
    ...(box.sign !== '' && { optional: true }),
    ...(isParallel(box.text, format) && { parallel: true }),
    steps: readSteps(block.children, format),
  };
});

function isParallel(text: string, format: PlanFormat | undefined): boolean {
  const sign = format?.parallelSign ?? '';
  return sign !== '' && text.split(/\s+/).includes(sign);
}

/** The title of a task with this text: on one line, without comments. */
export function titleOf(text: string): string {
  return fold(withoutComments(text));
}

/** The contents of a block and its descendants, without tasks, review comments and blocks of the kind `without`. */
function textsOf(block: Block, format?: PlanFormat, without?: BlockKind): string[] {
  if ((block.box && isStep(block.box, format)) || block.kind === without) return [];
  if (block.kind === 'html' && isReviewComment(block.content)) return [];
  const own = block.content === '' ? [] : [block.content];
  return [...own, ...block.children.flatMap((child) => textsOf(child, format, without))];
}

/**
 * The number of required leaf tasks that are done, and of all. A box with another mark than a blank or an x is not done.
 */
export function countLeaves(steps: readonly Step[]): { done: number; total: number } {
  let done = 0;
  let total = 0;
  for (const step of required(steps)) {
    const inner =
      required(step.steps).length > 0 ? countLeaves(step.steps) : { done: step.done ? 1 : 0, total: 1 };
    done += inner.done;
    total += inner.total;
  }
  return { done, total };
}
