/** Actions on a plan: on its text, and on a model of it. */

import assert from 'node:assert/strict';
import { parseDocument } from '../../src/core/document/document';
import { bindOutline } from '../../src/core/outline/outline';
import type { Edits, Insertion, Planned, Refusal, Shape } from '../../src/core/plan/change';
import { insertionEdit, isRefused } from '../../src/core/plan/change';
import { attestedBy } from '../../src/core/plan/evidence';
import type { Milestone } from '../../src/core/plan/plan';
import { readPlan } from '../../src/core/plan/plan';
import type { Step } from '../../src/core/plan/tasks';
import { addMilestone, addSteps } from '../../src/core/planEdits/insert';
import type { Goal } from '../../src/core/planEdits/move';
import { goalOfDrop, goalOfStep, moveTask } from '../../src/core/planEdits/move';
import { renumberPlan } from '../../src/core/planEdits/renumber';
import { startEdits, startMilestone } from '../../src/core/planEdits/start';
import { completeEdits, tickEdits } from '../../src/core/planEdits/tick';
import { stageOf } from '../../src/core/status/stage';
import { applyEdits, splitLines } from '../../src/core/text/text';
import { bundled } from './templates';

type Task = Milestone | Step;

/** The model: a tree of titles and marks. */
interface Model {
  title: string;
  mark?: string;
  steps: Model[];
}

/** The state of a run: the text, its model, and earlier states for undo; `plain` is that of the style. */
export interface State {
  text: string;
  model: Model[];
  readonly past: { readonly text: string; readonly model: Model[] }[];
  readonly plain: boolean;
}

/** The parts of an analysis that the plan needs, without findings. */
export function analysisOf(text: string): Planned {
  const document = parseDocument(text);
  const outline = bindOutline(document, bundled);
  const stage = stageOf(document, { template: bundled, named: true });
  return { document, plan: readPlan(document, outline), bound: { template: bundled, outline, stage } };
}

function* flat<T extends { readonly steps: readonly T[] }>(tasks: readonly T[]): Generator<T> {
  for (const task of tasks) {
    yield task;
    yield* flat<T>(task.steps);
  }
}

const allTasks = ({ plan }: Planned): Task[] => [...flat<Task>(plan.milestones)];
/** A mutable copy of the shapes of tasks. */
export const modelOf = (shapes: readonly Shape[]): Model[] => structuredClone(shapes) as Model[];
/** The model as text with all numbers replaced, because the model does not include numbering. */
export const numberless = (tasks: readonly Model[]): string => JSON.stringify(tasks).replace(/\d+/g, '0');

/** An action updates the model, and returns the new text or a refusal; undefined if it does not apply. */
type Action = (state: State, analysis: Planned, a: number, b: number) => string | Refusal | undefined;

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}

const tick =
  (done: boolean): Action =>
  ({ text, model }, analysis, a) => {
    const at = a % Math.max(1, allTasks(analysis).length);
    const task = allTasks(analysis)[at];
    const own = [...flat(model)][at];
    if (!task || !own || !/^[ xX]$/.test(own.mark ?? '')) return undefined;
    const edits = tickEdits(analysis.document, task.line, done);
    assert.ok(edits);
    const after = applyEdits(text, edits);
    if (/[xX]/.test(own.mark ?? '') === done) assert.equal(after, text);
    else if (done || !attestedBy(task))
      assert.equal([...after].filter((sign, index) => sign !== text[index]).length, 1);
    if (/[xX]/.test(own.mark ?? '') !== done) own.mark = done ? 'x' : ' ';
    return after;
  };

const complete: Action = ({ text, model }, analysis, a, b) => {
  const at = a % Math.max(1, allTasks(analysis).length);
  const task = allTasks(analysis)[at];
  const own = [...flat(model)][at];
  if (!task || !own || !/^[ xX]$/.test(own.mark ?? '')) return undefined;
  const evidence = { exit: 0, tree: `tree${b}` };
  const edits = completeEdits(analysis.document, task, evidence);
  assert.ok(edits);
  const after = applyEdits(text, edits);
  if (own.mark === ' ') own.mark = 'x';
  const now = allTasks(analysisOf(after))[at];
  assert.deepEqual(now && attestedBy(now), { ...evidence, reworded: false }, after);
  return after;
};

const inserted = (text: string, insertion: Insertion | Refusal): string | Refusal =>
  isRefused(insertion) ? insertion : applyEdits(text, [insertionEdit(insertion)]);

const add: Action = ({ text, model }, analysis, a, b) => {
  const at = a % Math.max(1, allTasks(analysis).length);
  const task = allTasks(analysis)[at];
  if (!task) return undefined;
  const titles = [`Step 1: new ${b}`, 'another one'].slice(0, 1 + (b % 2));
  const after = inserted(text, addSteps(analysis, task, titles));
  if (!isRefusal(after)) [...flat(model)][at]?.steps.push(...titles.map(fresh));
  return after;
};

const addTop: Action = ({ text, model }, analysis, _, b) => {
  const title = `Milestone 1: new ${b}`;
  const after = inserted(text, addMilestone(analysis, title));
  const byHeadings = analysis.plan.milestones.at(-1)?.mark === undefined;
  if (!isRefusal(after)) model.push(byHeadings ? { title, steps: [] } : fresh(title));
  return after;
};

const start: Action = ({ text, model }, analysis, a, b) => {
  const at = a % Math.max(1, analysis.plan.milestones.length);
  const milestone = analysis.plan.milestones[at];
  if (!milestone) return undefined;
  const titles = b % 2 === 0 ? undefined : [`new ${b}`];
  const started = startMilestone(analysis, milestone.line, titles);
  if (isRefused(started)) return started;
  const after = applyEdits(text, startEdits(started));
  const stubs =
    titles ??
    (milestone.steps.length > 0
      ? []
      : ['Step 1: <single actionable task>', 'Step 2: <single actionable task>']);
  model[at]?.steps.push(...stubs.map(fresh));
  if (analysis.bound?.stage === 'draft') assert.equal(analysisOf(after).bound?.stage, 'progress');
  return after;
};

/** True if all numbered siblings are numbered from one. */
function startWithOne(tasks: readonly Task[]): boolean {
  const numbers = tasks.flatMap(({ title }) => /^(?:Milestone|Step) (\d+):/.exec(title)?.[1] ?? []);
  return (
    numbers.every((number, at) => Number(number) === at + 1) &&
    tasks.every(({ steps }) => startWithOne(steps))
  );
}

const move =
  (goalOf: (analysis: Planned, line: number, b: number) => Goal | Refusal | undefined): Action =>
  ({ text, model, plain }, analysis, a, b) => {
    const tasks = allTasks(analysis);
    const source = pick(tasks, a);
    const goal = source && goalOf(analysis, source.line, b);
    if (!source || !goal || isRefused(goal)) return undefined;
    const moved: Edits | Refusal = moveTask(analysis, source.line, goal);
    if (isRefused(moved)) return moved;
    const models = [...flat(model)];
    const own = models[tasks.indexOf(source)];
    const other = models[tasks.findIndex(({ line }) => line === goal.line)];
    const around = [{ steps: model }, ...models].find(({ steps }) => own && steps.includes(own))?.steps;
    assert.ok(own && other && around);
    around.splice(around.indexOf(own), 1);
    const into = [{ steps: model }, ...models].find(({ steps }) => steps.includes(other))?.steps;
    if (goal.place === 'inside') other.steps.push(own);
    else into?.splice(into.indexOf(other) + (goal.place === 'after' ? 1 : 0), 0, own);
    const after = applyEdits(text, moved.edits);
    assert.deepEqual(bare(after), bare(text));
    if (plain && startWithOne(analysis.plan.milestones)) {
      // Milestones keep their numbers if other text refers to them by number.
      for (const { steps } of analysisOf(after).plan.milestones) assert.ok(startWithOne(steps), after);
    }
    return after;
  };

const renumber: Action = ({ text }, analysis) => {
  const after = applyEdits(text, renumberPlan(analysis).edits);
  const again = analysisOf(after);
  assert.deepEqual(renumberPlan(again).edits, [], after);
  return after;
};

const TYPED = ['x', 'x\n\ny', '- [ ] a box\n', '```\n- [x] code\n```\n\n', '<!-- gone -->'];

/** Types text before the only line of the summary, or in the title of a task. */
const type: Action = ({ text, model }, analysis, a, b) => {
  const tasks = allTasks(analysis);
  const at = a % (tasks.length + 1);
  const task = tasks[at];
  if (!task?.mark) {
    const line = analysis.document.lines.findIndex((one) => one.text.endsWith('Tea.'));
    assert.ok(line >= 0, text);
    const place = { line, character: 0 };
    const newText = (pick(TYPED, b) ?? '').replaceAll('\n', analysis.document.lines[0]?.end ?? '\n');
    return applyEdits(text, [{ range: { start: place, end: place }, newText }]);
  }
  const own = [...flat(model)][at];
  if (!task.markRange || !own) return undefined;
  const place = { line: task.line, character: task.markRange.end.character + 2 };
  own.title = `t${b} ${own.title}`;
  return applyEdits(text, [{ range: { start: place, end: place }, newText: `t${b} ` }]);
};

const undo: Action = (state) => {
  const before = state.past.pop();
  if (!before) return undefined;
  state.model = before.model;
  return before.text;
};

/** True if the action was refused. */
export function isRefusal(after: string | Refusal): after is Refusal {
  return typeof after !== 'string';
}

function fresh(title: string): Model {
  return { title, mark: ' ', steps: [] };
}

/** The sorted lines without numbers and list markers: a move must keep them. */
function bare(text: string): string[] {
  return splitLines(text)
    .map((line) =>
      line.text
        .replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s*/, '')
        .replace(/\d+/g, '0')
        .trim(),
    )
    .filter((line) => line !== '')
    .sort();
}

/** All actions by name. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  tick: tick(true),
  untick: tick(false),
  complete,
  add,
  addTop,
  start,
  drop: move((analysis, line, b) => goalOfDrop(analysis, line, pick(allTasks(analysis), b)?.line ?? -1)),
  step: move((analysis, line, b) => goalOfStep(analysis, line, b % 2 === 0 ? -1 : 1)),
  renumber,
  type,
  undo,
};
