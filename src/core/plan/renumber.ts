/** Numbers in order: in labels such as "Milestone 2" and "Step 3", and in the markers of numbered lists. */

import type { Document } from '../document/document';
import { walkBlocks } from '../markdown/markdown';
import type { TextEdit } from '../text/text';
import { applyEdits, changeBetween, range } from '../text/text';
import type { Edits, Planned } from './change';
import { planned as plannedText, shapeOf } from './change';
import type { MilestoneLabel } from './labels';
import { readLabel } from './labels';
import { countFrom, numberOf } from './markers';
import type { Milestone, Step } from './plan';

type NumberedTask = Milestone | Step;

/** Puts every numbered row of the plan in order: each counts on from its lowest number. */
export function renumberPlan(planned: Planned): Edits {
  const labels = labelEdits(planned);
  return firstThatHolds(planned, planned.document.text, [[...labels, ...markerEdits(planned)], labels]);
}

/**
 * After a move: puts labels in order again that were in order before, unless other text speaks of the milestones by
 * number. Rows start with 1 again if all of them did.
 */
export function renumberMoved(before: Planned, { edits }: Edits): Edits {
  const text = applyEdits(before.document.text, edits);
  const after = plannedText(before, text);
  const ordered = groupsOf(before).every(isInOrder);
  const labels = ordered ? labelEdits(after, isSpokenOf(before), firstLabels(before)) : [];
  return firstThatHolds(before, text, [labels]);
}

/**
 * The first changes to a text that leave all in its place: a longer number may let what is nested in its item fall
 * out.
 */
function firstThatHolds(before: Planned, text: string, ways: readonly (readonly TextEdit[])[]): Edits {
  const wanted = nesting(plannedText(before, text));
  const made = ways.map((edits) => applyEdits(text, edits));
  return asOneEdit(before, made.find((one) => nesting(plannedText(before, one)) === wanted) ?? text);
}

function asOneEdit({ document }: Planned, text: string): Edits {
  const change = changeBetween(document.text, text);
  return { edits: change ? [change] : [] };
}

/** Tasks beside each other, milestones first. */
function groupsOf({ plan }: Planned): (readonly NumberedTask[])[] {
  const below = (tasks: readonly NumberedTask[]): (readonly NumberedTask[])[] => [
    tasks,
    ...tasks.flatMap(({ steps }) => (steps.length > 0 ? below(steps) : [])),
  ];
  return below(plan.milestones);
}

/** The labels of a row if all that are there have the same word; a row of one is in order by itself. */
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

/** The number that all rows of a label start with, by its word; rows that start with different ones have none. */
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
  spokenOf = false,
  firsts: ReadonlyMap<string, number | undefined> = new Map(),
): TextEdit[] {
  return groupsOf(planned)
    .slice(spokenOf ? 1 : 0)
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
  const heading = document.sections.find((section) => section.heading.line === line)?.heading;
  const from = mark === undefined ? heading?.range.start.character : (markRange?.end.character ?? 0) + 1;
  const title = text.slice(from).trimStart();
  const start = text.length - title.length + label.start;
  const end = start + label.end - label.start;
  if (Number(text.slice(start, end)) !== label.number) return [];
  return [{ range: range(line, start, line, end), newText: String(number) }];
}

/** True if text outside of the plan's own titles names a milestone by its number. */
function isSpokenOf({ document, plan }: Planned): boolean {
  const words = new Set(plan.milestones.flatMap(({ title }) => readLabel(title)?.word ?? []));
  const own = new Set(plan.milestones.map(({ line }) => line));
  return document.lines.some(
    ({ text }, line) =>
      !own.has(line) &&
      [...text.toLowerCase().matchAll(/\p{L}+(?=[ \t-]?\d)/gu)].some(([word]) => words.has(word)),
  );
}

/** The markers of the numbered lists that tasks stand in, each counting on from its lowest number. */
function markerEdits(planned: Planned): TextEdit[] {
  const { document } = planned;
  const lines = new Set(groupsOf(planned).flatMap((tasks) => tasks.map(({ line }) => line)));
  return [...walkBlocks(document.blocks)].flatMap(({ kind, ordered, children }) => {
    if (kind !== 'list' || !ordered || !children.some(({ start }) => lines.has(start))) return [];
    const numbers = children.map((item) => numberOf(document, item));
    // "1." on every line is a way to write a list, too.
    if (new Set(numbers).size === 1) return [];
    const lowest = numbers.reduce((least, number) => Math.min(least, number), Number.MAX_SAFE_INTEGER);
    return countFrom(document, children, lowest);
  });
}

/** The shape of a plan, numbers aside. */
function nesting({ plan }: Planned): string {
  return JSON.stringify(shapeOf(plan)).replace(/\d+/g, '0');
}
