/** Moves a step or milestone with everything nested in it. */

import type { Document } from '../document/document';
import { subtree } from '../document/document';
import { sectionOnLine } from '../document/sections';
import { moveLines } from '../edits/lines';
import type { Edits, Planned, Refusal, Shape } from '../plan/change';
import { isRefused, proved, shapeOfTask } from '../plan/change';
import type { Marker } from '../plan/items';
import { findItem, indentUnder, readMarker } from '../plan/items';
import type { Milestone } from '../plan/plan';
import type { Step } from '../plan/tasks';
import { say } from '../text/message';
import type { TextEdit } from '../text/text';
import { range } from '../text/text';
import { afterMove } from './markers';
import { nextTaskInItem, nextTaskInSection } from './movedAlong';
import { renumberMoved } from './renumber';

type MovedTask = Milestone | Step;

/** Where to move a task: before or after the task on `line`, or to the end of its steps. */
export interface Goal {
  readonly line: number;
  readonly place: 'before' | 'after' | 'inside';
}

const GONE: Refusal = { refused: say`The step is no longer where it was. Try again.` };
const OTHER_LAYER: Refusal = {
  refused: say`A milestone can only be moved among milestones, and a step only under one.`,
};

/**
 * The goal of dropping the task on `line` onto the task on `onto`. A step dropped on a milestone goes to the end of its
 * steps; any other task takes the place of its target. A task dropped on itself stays, which is undefined. A refusal if
 * the task would contain itself, or would become a step instead of a milestone.
 */
export function goalOfDrop(planned: Planned, line: number, onto: number): Goal | Refusal | undefined {
  const { milestones } = planned.plan;
  const source = findTask(milestones, line);
  const target = findTask(milestones, onto);
  if (!source || !target) return GONE;
  if (source === target) return undefined;
  if (findTask(source.steps, onto)) return { refused: say`A task cannot be moved into its own steps.` };
  const isTop = (task: MovedTask): boolean => milestones.some((milestone) => milestone === task);
  if (isTop(source) && !isTop(target)) return OTHER_LAYER;
  if (!isTop(source) && isTop(target)) return { line: onto, place: 'inside' };
  return { line: onto, place: line < onto ? 'after' : 'before' };
}

/** The goal of moving a task up (-1) or down (1) among its siblings; undefined if there is no sibling to pass. */
export function goalOfStep(planned: Planned, line: number, by: -1 | 1): Goal | undefined {
  const siblings = siblingsOf(planned.plan.milestones, line);
  const at = siblings.findIndex((task) => task.line === line);
  const beside = at < 0 ? undefined : siblings[at + by];
  return beside && { line: beside.line, place: by < 0 ? 'before' : 'after' };
}

/** The edit that moves a task and renumbers labels that were in order; a refusal if it cannot be made safely. */
export function moveTask(planned: Planned, line: number, goal: Goal): Edits | Refusal {
  const { document, plan } = planned;
  const source = findTask(plan.milestones, line);
  const target = findTask(plan.milestones, goal.line);
  if (!source || !target) return GONE;
  const isTop = (task: MovedTask): boolean => plan.milestones.some((milestone) => milestone === task);
  if (isTop(source) !== (isTop(target) && goal.place !== 'inside')) {
    return OTHER_LAYER;
  }
  const ways =
    source.mark === undefined
      ? [headingEdits(document, line, goal)]
      : [itemEdits(document, source, target, goal, true), itemEdits(document, source, target, goal, false)];
  const wanted = shapeAfter(plan.milestones, source, goal);
  let tried: Edits | Refusal = { refused: say`It cannot be moved there.` };
  for (const edits of ways) {
    tried = isRefused(edits) ? edits : proved(planned, edits.edits, wanted);
    if (!isRefused(tried)) return renumberMoved(planned, tried);
  }
  return tried;
}

/** The task on a line, at any depth. */
export function findTask(tasks: readonly MovedTask[], line: number): MovedTask | undefined {
  for (const task of tasks) {
    const found = task.line === line ? task : findTask(task.steps, line);
    if (found) return found;
  }
  return undefined;
}

function siblingsOf(tasks: readonly MovedTask[], line: number): readonly MovedTask[] {
  if (tasks.some((task) => task.line === line)) return tasks;
  const around = tasks.find(({ steps }) => findTask(steps, line));
  return around ? siblingsOf(around.steps, line) : [];
}

function headingEdits(document: Document, line: number, goal: Goal): Edits | Refusal {
  const source = sectionOnLine(document.sections, line);
  const target = sectionOnLine(document.sections, goal.line);
  if (!source || !target || source.parent !== target.parent) {
    return { refused: say`A heading can only be moved among headings under the same parent.` };
  }
  const along = nextTaskInSection(document, source);
  if (along !== undefined) return movedAlong(along);
  const to = goal.place === 'before' ? target.start : (subtree(target).at(-1) ?? target).end;
  return { edits: moveLines(document, source.start, source.end, to) };
}

function movedAlong(line: number): Refusal {
  return {
    refused: say`Line ${line + 1} looks like another task, but Markdown reads it as a part of this one, so it would be moved along. Correct that line first.`,
  };
}

/**
 * The edits that move a list item. `counting` renumbers the lists; the caller also tries without it, because a longer
 * number moves the item's text, and nested lines may then no longer be indented enough.
 */
function itemEdits(
  document: Document,
  source: MovedTask,
  target: MovedTask,
  goal: Goal,
  counting: boolean,
): Edits | Refusal {
  const own = findItem(document, source.line);
  const like = goal.place === 'inside' ? target.steps.at(-1) : target;
  const beside = like && findItem(document, like.line);
  const around = findItem(document, target.line)?.item;
  const marker = own && readMarker(document.lineAt(own.item.start)?.text ?? '');
  const model = beside && readMarker(document.lineAt(beside.item.start)?.text ?? '');
  const line = goal.place === 'before' ? beside?.item.start : (beside?.item ?? around)?.end;
  const goalMarker = model ?? (around && marker && markerUnder(document, around.start, marker));
  if (!own || !marker || !goalMarker || line === undefined) {
    return { refused: say`This list item cannot be moved automatically. Move its lines by hand.` };
  }
  const { item, list } = own;
  const along = nextTaskInItem(document, item);
  if (along !== undefined) return movedAlong(along);
  const siblings = beside?.list.children.filter((other) => other !== item) ?? [];
  const next = siblings.find(({ start }) => start >= line);
  const counted = counting ? afterMove(document, item, list, beside?.list, next) : { edits: [] };
  const to = { ...goalMarker, marker: goalMarker.marker.replace(/^\d+/, String(counted.own ?? '$&')) };
  const lines = reindented(document, item.start, item.end, marker, to);
  return {
    edits: [removal(document, item.start, item.end), ...counted.edits, insertion(document, line, lines)],
  };
}

/** The marker of a first step under the item on line `start`: indented to its text, and otherwise unchanged. */
function markerUnder(document: Document, start: number, own: Marker): Marker | undefined {
  const around = readMarker(document.lineAt(start)?.text ?? '');
  return around && { ...own, marker: own.marker.replace(/^\d+/, '1'), indent: indentUnder(around) };
}

function reindented(document: Document, start: number, end: number, from: Marker, to: Marker): string[] {
  const [oldIndent, newIndent] = [indentUnder(from), indentUnder(to)];
  const lead = from.indent + from.marker + from.gap;
  return document.lines.slice(start, end).map(({ text }, at) => {
    if (at === 0) return to.indent + to.marker + to.gap + text.slice(lead.length);
    // A line with less indentation is a lazy continuation line, and stays unchanged.
    return text.startsWith(oldIndent) ? newIndent + text.slice(oldIndent.length) : text;
  });
}

/** Removes lines; at the end of the text, also the line ending before them. */
function removal(document: Document, start: number, end: number): TextEdit {
  const { lines } = document;
  if (end < lines.length || start === 0) return { range: range(start, 0, end, 0), newText: '' };
  const width = lines[end - 1]?.text.length ?? 0;
  return { range: range(start - 1, lines[start - 1]?.text.length ?? 0, end - 1, width), newText: '' };
}

function insertion(document: Document, line: number, texts: readonly string[]): TextEdit {
  const ending = document.ending;
  const text = texts.join(ending);
  if (line < document.lines.length) return { range: range(line, 0, line, 0), newText: text + ending };
  const last = document.lines.length - 1;
  const width = document.lineAt(last)?.text.length ?? 0;
  return { range: range(last, width, last, width), newText: ending + text };
}

/** The expected shape of the plan after the move. */
function shapeAfter(milestones: readonly MovedTask[], source: MovedTask, goal: Goal): Shape[] {
  const moved = shapeOfTask(source);
  const place = (tasks: readonly MovedTask[]): Shape[] =>
    tasks.flatMap((task) => {
      if (task === source) return [];
      const steps = [
        ...place(task.steps),
        ...(task.line === goal.line && goal.place === 'inside' ? [moved] : []),
      ];
      const shape = { ...shapeOfTask(task), steps };
      if (task.line !== goal.line || goal.place === 'inside') return [shape];
      return goal.place === 'before' ? [moved, shape] : [shape, moved];
    });
  return place(milestones);
}
