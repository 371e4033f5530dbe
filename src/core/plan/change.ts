/** Changes to a plan: edits, or the reason why there are none. Every change is proved on the text that it makes. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import type { Outline } from '../template/outline';
import { bindOutline } from '../template/outline';
import type { Stage } from '../template/stage';
import type { Template } from '../template/template';
import type { Position, TextEdit } from '../text/text';
import { applyEdits, changeBetween } from '../text/text';
import type { Milestone, Plan, Step } from './plan';
import { readPlan, titleOf } from './plan';

/** Why a change cannot be made, as a sentence for people that says what to do. */
export interface Refusal {
  readonly refused: string;
}

/** Edits that do not overlap. */
export interface Edits {
  readonly edits: readonly TextEdit[];
}

/** Text for one place, and the stretches of it that the author is to type over: offsets, in order. */
export interface Insertion {
  readonly position: Position;
  readonly text: string;
  readonly stops: readonly { readonly start: number; readonly end: number }[];
}

/** A task as far as its place in the plan goes. */
export interface Shape {
  readonly title: string;
  readonly mark?: string;
  readonly steps: readonly Shape[];
}

/** What a change to the plan of a document is worked out on: an analysis, or as much of one. */
export interface Planned {
  readonly document: Document;
  readonly plan: Plan;
  readonly bound?: { readonly template: Template; readonly outline: Outline; readonly stage: Stage };
}

/** True if the change was refused. */
export function isRefused<T extends object>(change: T | Refusal): change is Refusal {
  return 'refused' in change;
}

/** The shape of a plan, milestones outermost. */
export function shapeOf({ milestones }: Plan): Shape[] {
  return milestones.map((task) => shapeOfTask(task));
}

/**
 * The shape of a plan after open tasks are added at the end of the steps of the one on a line, or of the plan itself.
 */
function shapeWith({ milestones }: Plan, line: number | undefined, titles: readonly string[]): Shape[] {
  const added = titles.map((title) => ({ title: titleOf(title), mark: ' ', steps: [] }));
  const shapes = milestones.map((task) => shapeOfTask(task, { line, added }));
  return line === undefined ? [...shapes, ...added] : shapes;
}

/** The shape of a milestone or step. */
export function shapeOfTask(
  { title, mark, line, steps }: Milestone | Step,
  more?: { readonly line: number | undefined; readonly added: readonly Shape[] },
): Shape {
  const own = steps.map((step) => shapeOfTask(step, more));
  return {
    title,
    ...(mark !== undefined && { mark }),
    steps: line === more?.line ? [...own, ...more.added] : own,
  };
}

/** What a changed text is, under the same template. */
export function planned({ bound }: Planned, text: string): Planned {
  const document = parseDocument(text);
  if (!bound) return { document, plan: readPlan(document) };
  const outline = bindOutline(document, bound.template);
  return { document, plan: readPlan(document, outline), bound: { ...bound, outline } };
}

/**
 * The change as one edit, if the text that it makes has just the plan that is wanted; else a refusal. Markdown has too
 * many ways to nest a list for anything less: quotes, tabs, lazy lines, markers that start another list.
 */
export function proved(
  before: Planned,
  edits: readonly TextEdit[],
  wanted: readonly Shape[],
): Edits | Refusal {
  const { text } = before.document;
  const after = applyEdits(text, edits);
  if (JSON.stringify(shapeOf(planned(before, after).plan)) !== JSON.stringify(wanted)) {
    return {
      refused: 'The list is written in a way that cannot be changed safely here. Change its lines by hand.',
    };
  }
  const change = changeBetween(text, after);
  return { edits: change ? [change] : [] };
}

/** The insertion, if what it adds are just these tasks at the end of the steps of the one on a line, or of the plan. */
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
