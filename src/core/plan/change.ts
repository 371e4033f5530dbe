/** Changes to a plan: edits or a refusal. Every change is proved by parsing the resulting text. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { isReviewComment } from '../document/reviewMarker';
import type { Outline } from '../outline/outline';
import { bindOutline } from '../outline/outline';
import type { Stage, StageEnvironment } from '../status/stage';
import type { Template } from '../template/template';
import type { Text } from '../text/message';
import { say } from '../text/message';
import type { Position, TextEdit } from '../text/text';
import { applyEdits, changeBetween } from '../text/text';
import type { Milestone, Plan } from './plan';
import { readPlan } from './plan';
import type { Step } from './tasks';
import { titleOf } from './tasks';

/** Why a change cannot be made, as a message for the user that says what to do. */
export interface Refusal {
  readonly refused: Text;
}

/** Edits that do not overlap. */
export interface Edits {
  readonly edits: readonly TextEdit[];
}

/**
 * Text to insert at a position. `stops` are the ranges that the author should replace: offsets in the text, in order.
 */
export interface Insertion {
  readonly position: Position;
  readonly text: string;
  readonly stops: readonly { readonly start: number; readonly end: number }[];
}

/** What a change to the plan must preserve of a task: its title, its mark and the shapes of its steps. */
export interface Shape {
  readonly title: string;
  readonly mark?: string;
  readonly steps: readonly Shape[];
}

/** The part of an analysis that a change to the plan needs. */
export interface Planned {
  readonly document: Document;
  readonly plan: Plan;
  readonly bound?: { readonly template: Template; readonly outline: Outline; readonly stage: Stage };
  /** What the stage depends on besides the text; without it, on the text alone. */
  readonly environment?: StageEnvironment | undefined;
}

/** True if the change was refused. */
export function isRefused<T extends object>(change: T | Refusal): change is Refusal {
  return 'refused' in change;
}

/** The shapes of a plan's milestones. */
export function shapeOf({ milestones }: Plan): Shape[] {
  return milestones.map((task) => shapeOfTask(task));
}

/**
 * The shape of a plan with open tasks appended to the steps of the task on `line`, or to the plan if it is undefined.
 */
function shapeWith({ milestones }: Plan, line: number | undefined, titles: readonly string[]): Shape[] {
  const added = titles.map((title) => ({ title: titleOf(title), mark: ' ', steps: [] }));
  const shapes = milestones.map((task) => shapeOfTask(task, { line, added }));
  return line === undefined ? [...shapes, ...added] : shapes;
}

/** The shape of a milestone or step; `more` appends shapes to the steps of the task on its line. */
export function shapeOfTask(
  { title, mark, line, steps }: Milestone | Step,
  more?: { readonly line: number | undefined; readonly added: readonly Shape[] },
): Shape {
  const shapes = steps.map((step) => shapeOfTask(step, more));
  return {
    title,
    ...(mark !== undefined && { mark }),
    steps: line === more?.line ? [...shapes, ...more.added] : shapes,
  };
}

/** Parses a changed text, bound to the same template. */
export function planned({ plan, bound, environment }: Planned, text: string): Planned {
  const document = parseDocument(text);
  if (!bound) return { document, plan: readPlan(document, undefined, plan.format) };
  const outline = bindOutline(document, bound.template);
  return { document, plan: readPlan(document, outline), bound: { ...bound, outline }, environment };
}

/** The review comments, in whatever order and however indented: a change of the plan must not turn one into other text. */
function commentsIn({ allBlocks }: Document): string {
  const comments = allBlocks.filter(({ kind, content }) => kind === 'html' && isReviewComment(content));
  return JSON.stringify(comments.map(({ content }) => content.trim().replace(/^[ \t]+/gm, '')).sort());
}

/**
 * The change as one edit, if the resulting text has exactly the plan `wanted`, and every review comment; else a
 * refusal. A weaker check would miss some of Markdown's ways to nest a list: quotes, tabs, lazy continuation lines,
 * markers that start another list.
 */
export function proved(
  before: Planned,
  edits: readonly TextEdit[],
  wanted: readonly Shape[],
): Edits | Refusal {
  const { text } = before.document;
  const after = applyEdits(text, edits);
  const now = planned(before, after);
  const isPlan = JSON.stringify(shapeOf(now.plan)) === JSON.stringify(wanted);
  if (!isPlan || commentsIn(now.document) !== commentsIn(before.document)) {
    return {
      refused: say`The list is written in a way that cannot be changed safely here. Change its lines by hand.`,
    };
  }
  const change = changeBetween(text, after);
  return { edits: change ? [change] : [] };
}

/**
 * The insertion, if it only appends these tasks to the steps of the task on `line`, or to the plan if it is undefined.
 */
export function provedInsertion(
  before: Planned,
  insertion: Insertion | Refusal,
  line: number | undefined,
  titles: readonly string[],
): Insertion | Refusal {
  if (isRefused(insertion)) return insertion;
  const proof = proved(before, [insertionEdit(insertion)], shapeWith(before.plan, line, titles));
  return isRefused(proof) ? proof : insertion;
}

/** An insertion as an edit, for faces without tab stops. */
export function insertionEdit({ position, text }: Insertion): TextEdit {
  return { range: { start: position, end: position }, newText: text };
}
