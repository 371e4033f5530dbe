import type { Document } from '../document/document';
import type { Fix, Problem } from '../edits/problem';
import type { Milestone, Plan } from '../plan/plan';
import { readTasks } from '../plan/plan';
import { planShapeIsBroken } from '../plan/shape';
import type { Step } from '../plan/tasks';
import { countLeaves } from '../plan/tasks';
import { isDone, isOpen, leavesLeft, unfinishedBelow } from '../plan/unfinished';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { range } from '../text/text';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const milestoneState: Rule = {
  id: 'milestone-state',
  summary: say`A task and the steps under it contradict each other.`,
  help: `The rule reports a ticked task with an open step under it, and an open milestone whose steps are all done.
Only the author knows which of the two is wrong, so the light bulb offers both changes. The rule does not apply if a
step has lost its indentation, because the contradiction may then be only apparent.`,
  severity: 'hint',
  stages: CONTENT_STAGES,
  *check({ document, outline, plan }) {
    if (planShapeIsBroken(outline)) return;
    for (const task of readTasks(document, outline)) yield* contradictions(document, plan, task, true);
  },
};

function* contradictions(document: Document, plan: Plan, task: Step, top: boolean): Generator<Problem> {
  const { steps } = task;
  if (steps.length === 0) return;
  const left = leavesLeft(steps);
  if (isDone(task) && left.length > 0) {
    yield tickedTooEarly(document, task, left);
    return;
  }
  if (top && isOpen(task) && unfinishedBelow(plan, task) === undefined) {
    yield {
      range: placeOf(document, task),
      message: say`Open, but all steps under it are done.`,
      fixes: [mark(say`Tick it`, [task], 'x')],
    };
  }
  for (const step of steps) yield* contradictions(document, plan, step, false);
}

function tickedTooEarly(document: Document, task: Step, left: readonly (Milestone | Step)[]): Problem {
  const { done, total } = countLeaves(task.steps);
  const open = left.filter(isOpen);
  const line = (left[0]?.line ?? 0) + 1;
  return {
    range: placeOf(document, task),
    message:
      open.length > 0
        ? say`Ticked, but ${done} of ${total} steps under it are done: line ${line} is open.`
        : say`Ticked, but ${done} of ${total} steps under it are done: line ${line} is not done.`,
    fixes: [
      mark(say`Untick it`, tickedAbove(task), ' '),
      // What another mark means is for the author to settle.
      ...(open.length === left.length
        ? [
            mark(
              open.length === 1 ? say`Tick the open step` : say`Tick the open steps`,
              openTasks(task.steps),
              'x',
            ),
          ]
        : []),
    ],
  };
}

/** The range of a task's first line from its box on. */
function placeOf(document: Document, { line, markRange }: Step): Problem['range'] {
  const width = document.lineAt(line)?.text.trimEnd().length ?? 0;
  return range(line, markRange.start.character - 1, line, width);
}

function mark(title: Message, tasks: readonly Step[], newText: string): Fix {
  return { title, applicability: 'choice', edits: tasks.map((task) => ({ range: task.markRange, newText })) };
}

function openTasks(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [...(isOpen(step) ? [step] : []), ...openTasks(step.steps)]);
}

/** The ticked tasks among this one and its descendants that have an open step under them. */
function tickedAbove(task: Step): Step[] {
  if (leavesLeft(task.steps).length === 0) return [];
  return [...(task.done ? [task] : []), ...task.steps.flatMap(tickedAbove)];
}
