/** Renumbers labels such as "Milestone 2" and "Step 3", and the markers of ordered lists. */

import type { Document } from '../document/document';
import { sectionOnLine } from '../document/sections';
import { walkBlocks } from '../markdown/markdown';
import type { Edits, Planned } from '../plan/change';
import { planned as plannedText, shapeOf } from '../plan/change';
import type { MilestoneLabel } from '../plan/labels';
import { readLabel } from '../plan/labels';
import type { Milestone } from '../plan/plan';
import type { Step } from '../plan/tasks';
import type { TextEdit } from '../text/text';
import { applyEdits, changeBetween, range } from '../text/text';
import { countFrom, numberOf } from './markers';

type NumberedTask = Milestone | Step;

/** Numbers all labels and markers of the plan consecutively, each group of siblings from its lowest number. */
export function renumberPlan(planned: Planned): Edits {
  const labels = labelEdits(planned);
  return firstSafe(planned, planned.document.text, [[...labels, ...markerEdits(planned)], labels]);
}

/**
 * Extends the edits of a move: labels that were consecutive before become so again. Milestones are left alone if other
 * text refers to them by number. Groups with the same label word keep their first number if all of them had the same.
 */
export function renumberMoved(before: Planned, { edits }: Edits): Edits {
  const text = applyEdits(before.document.text, edits);
  const after = plannedText(before, text);
  const ordered = groupsOf(before).every(isInOrder);
  const labels = ordered ? labelEdits(after, isReferredTo(before), firstLabels(before)) : [];
  return firstSafe(before, text, [labels]);
}

/**
 * The first candidate edits of a text that keep its nesting, else none. A longer number moves an item's text, and
 * nested lines may then no longer be indented enough.
 */
function firstSafe(before: Planned, text: string, ways: readonly (readonly TextEdit[])[]): Edits {
  const wanted = nesting(plannedText(before, text));
  const made = ways.map((edits) => applyEdits(text, edits));
  return asOneEdit(before, made.find((one) => nesting(plannedText(before, one)) === wanted) ?? text);
}

function asOneEdit({ document }: Planned, text: string): Edits {
  const change = changeBetween(document.text, text);
  return { edits: change ? [change] : [] };
}

/** The groups of sibling tasks, milestones first. */
function groupsOf({ plan }: Planned): (readonly NumberedTask[])[] {
  const below = (tasks: readonly NumberedTask[]): (readonly NumberedTask[])[] => [
    tasks,
    ...tasks.flatMap(({ steps }) => (steps.length > 0 ? below(steps) : [])),
  ];
  return below(plan.milestones);
}

/** The labels of sibling tasks, if all labels have the same word; else none. */
function labelsOf(
  tasks: readonly NumberedTask[],
): { readonly task: NumberedTask; readonly label: MilestoneLabel }[] {
  const labelled = tasks.flatMap((task) => {
    const label = readLabel(task.title);
    return label ? [{ task, label }] : [];
  });
  return labelled.every(({ label }) => label.word === labelled[0]?.label.word) ? labelled : [];
}

function isInOrder(tasks: readonly NumberedTask[]): boolean {
  const labels = labelsOf(tasks);
  return labels.every(({ label }, at) => label.number === (labels[0]?.label.number ?? 0) + at);
}

/** The first number of all groups with the same label word, by word; undefined if they differ. */
function firstLabels(planned: Planned): Map<string, number | undefined> {
  const firsts = new Map<string, number | undefined>();
  for (const [first] of groupsOf(planned).map(labelsOf)) {
    if (!first) continue;
    const { word, number } = first.label;
    firsts.set(word, firsts.has(word) && firsts.get(word) !== number ? undefined : number);
  }
  return firsts;
}

function labelEdits(
  planned: Planned,
  keepMilestones = false,
  firsts: ReadonlyMap<string, number | undefined> = new Map(),
): TextEdit[] {
  return groupsOf(planned)
    .slice(keepMilestones ? 1 : 0)
    .flatMap((tasks) => {
      const labels = labelsOf(tasks);
      const first = firsts.get(labels[0]?.label.word ?? '');
      const lowest =
        first ?? labels.reduce((least, { label }) => Math.min(least, label.number), Number.MAX_SAFE_INTEGER);
      return labels.flatMap(({ task, label }, at) => numberEdit(planned.document, task, label, lowest + at));
    });
}

function numberEdit(
  document: Document,
  { line, mark, markRange }: NumberedTask,
  label: MilestoneLabel,
  number: number,
): TextEdit[] {
  if (label.number === number) return [];
  const text = document.lineAt(line)?.text ?? '';
  const heading = sectionOnLine(document.sections, line)?.heading;
  const from = mark === undefined ? heading?.range.start.character : (markRange?.end.character ?? 0) + 1;
  const title = text.slice(from).trimStart();
  const start = text.length - title.length + label.start;
  const end = start + label.end - label.start;
  if (Number(text.slice(start, end)) !== label.number) return [];
  return [{ range: range(line, start, line, end), newText: String(number) }];
}

/** True if text outside of the plan's titles refers to a milestone by its number. */
function isReferredTo({ document, plan }: Planned): boolean {
  const words = new Set(plan.milestones.flatMap(({ title }) => readLabel(title)?.word ?? []));
  const titleLines = new Set(plan.milestones.map(({ line }) => line));
  return document.lines.some(
    ({ text }, line) =>
      !titleLines.has(line) &&
      [...text.toLowerCase().matchAll(/\p{L}+(?=[ \t-]?\d)/gu)].some(([word]) => words.has(word)),
  );
}

/** Edits that number the items of ordered lists with tasks consecutively, each list from its lowest number. */
function markerEdits(planned: Planned): TextEdit[] {
  const { document } = planned;
  const lines = new Set(groupsOf(planned).flatMap((tasks) => tasks.map(({ line }) => line)));
  return [...walkBlocks(document.blocks)].flatMap(({ kind, ordered, children }) => {
    if (kind !== 'list' || !ordered || !children.some(({ start }) => lines.has(start))) return [];
    const numbers = children.map((item) => numberOf(document, item));
    // A list may have "1." on every line on purpose.
    if (new Set(numbers).size === 1) return [];
    const lowest = numbers.reduce((least, number) => Math.min(least, number), Number.MAX_SAFE_INTEGER);
    return countFrom(document, children, lowest);
  });
}

/** The shape of a plan as text, with all numbers replaced by 0. */
function nesting({ plan }: Planned): string {
  return JSON.stringify(shapeOf(plan)).replace(/\d+/g, '0');
}
