/** Numbers in order: in labels such as "Milestone 2" and "Step 3", and in the markers of numbered lists. */

import type { Document } from '../document';
import type { Block } from '../markdown';
import { walkBlocks } from '../markdown';
import type { TextEdit } from '../text';
import { applyEdits, changeBetween, range } from '../text';
import type { Edits, Planned } from './change';
import { planned as plannedText, shapeOf } from './change';
import { readMarker } from './items';
import type { Label } from './labels';
import { readLabel } from './labels';
import type { Milestone, Step } from './plan';

type Task = Milestone | Step;

/** Puts every numbered row of the plan in order: each counts on from its lowest number. */
export function renumberPlan(planned: Planned): Edits {
  return asOneEdit(
    planned,
    applyEdits(planned.document.text, [...labelEdits(planned), ...markerEdits(planned)]),
  );
}

/** After a move: puts in order again what was in order before, unless other text speaks of the milestones by number. */
export function renumberMoved(before: Planned, { edits }: Edits): Edits {
  const text = applyEdits(before.document.text, edits);
  const after = plannedText(before, text);
  const labels = groupsOf(before).every(isInOrder) ? labelEdits(after, isSpokenOf(before)) : [];
  const markers = markerEdits(before).length === 0 ? markerEdits(after) : [];
  for (const more of [[...labels, ...markers], labels]) {
    const numbered = applyEdits(text, more);
    // A longer number moves the text of its item, and what is nested in it may fall out.
    if (nesting(plannedText(before, numbered)) === nesting(after)) return asOneEdit(before, numbered);
  }
  return { edits };
}

function asOneEdit({ document }: Planned, text: string): Edits {
  const change = changeBetween(document.text, text);
  return { edits: change ? [change] : [] };
}

/** Tasks beside each other, milestones first. */
function groupsOf({ plan }: Planned): (readonly Task[])[] {
  const below = (tasks: readonly Task[]): (readonly Task[])[] => [
    tasks,
    ...tasks.flatMap(({ steps }) => (steps.length > 0 ? below(steps) : [])),
  ];
  return below(plan.milestones);
}

/** The labels of a row if all that are there have the same word; a row of one is in order by itself. */
function labelsOf(tasks: readonly Task[]): { readonly task: Task; readonly label: Label }[] {
  const labelled = tasks.flatMap((task) => {
    const label = readLabel(task.title);
    return label ? [{ task, label }] : [];
  });
  return labelled.every(({ label }) => label.word === labelled[0]?.label.word) ? labelled : [];
}

function isInOrder(tasks: readonly Task[]): boolean {
  const labels = labelsOf(tasks);
  return labels.every(({ label }, at) => label.number === (labels[0]?.label.number ?? 0) + at);
}

function labelEdits(planned: Planned, spokenOf = false): TextEdit[] {
  return groupsOf(planned)
    .slice(spokenOf ? 1 : 0)
    .flatMap((tasks) => {
      const labels = labelsOf(tasks);
      const lowest = Math.min(...labels.map(({ label }) => label.number));
      return labels.flatMap(({ task, label }, at) => numberEdit(planned.document, task, label, lowest + at));
    });
}

function numberEdit(
  document: Document,
  { line, mark, markRange }: Task,
  label: Label,
  number: number,
): TextEdit[] {
  if (label.number === number) return [];
  const text = document.lines[line]?.text ?? '';
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
function markerEdits({ document, plan }: Planned): TextEdit[] {
  const lines = new Set(groupsOf({ document, plan }).flatMap((tasks) => tasks.map(({ line }) => line)));
  const edits: TextEdit[] = [];
  for (const { kind, ordered, children } of walkBlocks(document.blocks)) {
    if (kind !== 'list' || !ordered || !children.some(({ start }) => lines.has(start))) continue;
    const numbers = children.map((item) => numberOf(document, item));
    const lowest = Math.min(...numbers);
    // "1." on every line is a way to write a list, too.
    if (new Set(numbers).size === 1) continue;
    children.forEach((item, at) => {
      const marker = readMarker(document.lines[item.start]?.text ?? '');
      if (!marker || numbers[at] === lowest + at) return;
      const { length } = marker.indent;
      const digits = marker.marker.length - 1;
      edits.push({
        range: range(item.start, length, item.start, length + digits),
        newText: String(lowest + at),
      });
    });
  }
  return edits;
}

function numberOf(document: Document, { start }: Block): number {
  return Number.parseInt(readMarker(document.lines[start]?.text ?? '')?.marker ?? '0', 10);
}

/** The shape of a plan, numbers aside. */
function nesting({ plan }: Planned): string {
  return JSON.stringify(shapeOf(plan)).replace(/\d+/g, '0');
}
