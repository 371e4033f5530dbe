/** Takes the tasks of another file into the plan of a document, such as those of a plan that another tool wrote. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { contentEnd } from '../document/sections';
import type { Edits, Planned, Refusal } from '../plan/change';
import { proved, shapeOf, shapeOfTask } from '../plan/change';
import { findItem } from '../plan/items';
import type { Milestone, Plan } from '../plan/plan';
import { readPlan } from '../plan/plan';
import { planSections } from '../plan/sections';
import type { Step } from '../plan/tasks';
import { allTasks } from '../plan/tasks';
import { isOpen } from '../plan/unfinished';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { TextEdit } from '../text/text';
import { applyEdits, range } from '../text/text';
import { isStub } from './startWith';

type Task = Milestone | Step;
type Source = Pick<Planned, 'document' | 'plan'>;

const INDENT = '  ';

/**
 * The edits that add the tasks of another file's plan behind the milestones of a document, or in their place if all of
 * these are still the template's. Headings become milestones. Texts, numbers and ticks stay; a mark for what is under
 * way becomes a blank, and "(optional)" stands in the place of a sign. Refused where a task would be lost.
 */
export function adoptPlan(target: Planned, { document, plan }: Source): Edits | Refusal {
  const source = plainSource(document, plan);
  const refused = refuseSource(source) ?? refuseTarget(target);
  if (refused !== undefined) return { refused };
  const lines = source.plan.milestones.flatMap((milestone) => milestoneLines(source, milestone));
  const own = replaceable(target) ? [] : shapeOf(target.plan);
  const adopted = source.plan.milestones.map((milestone) => ({
    title: milestone.title,
    mark: milestone.mark ?? (milestone.state === 'done' ? 'x' : ' '),
    steps: shapeOfTask(milestone).steps,
  }));
  return proved(target, [insertion(target, lines)], [...own, ...adopted]);
}

function refuseSource({ document, plan }: Source): Message | undefined {
  const [unread] = plan.unread;
  if (unread !== undefined) {
    const text = document.lineAt(unread)?.text.trim() ?? '';
    return say`Line ${unread + 1} of the plan looks like a task and is none, so it would be lost: "${text.slice(0, 80)}". Write it as a "- [ ]" item first.`;
  }
  return plan.milestones.length === 0 ? say`The file has no tasks to take over.` : undefined;
}

function refuseTarget({ document, plan, bound }: Planned): Message | undefined {
  if (plan.format)
    return say`The document is the plan of another tool. Name a design doc to take the tasks into.`;
  if (planSections(document, bound?.outline).length === 0) {
    return say`The document has no section for a plan. Add one first.`;
  }
  return plan.milestones.some(({ mark }) => mark === undefined)
    ? say`The milestones of the document are headings. Take the tasks over by hand.`
    : undefined;
}

/** True if nothing but open stubs of the template is in the plan. */
function replaceable(target: Planned): boolean {
  const tasks = [...allTasks(target.plan.milestones)];
  return target.plan.unread.length === 0 && tasks.every((task) => isOpen(task) && isStub(target, task));
}

/** The source with the marks and signs of its format in plain Markdown, on the same lines. */
function plainSource(document: Document, plan: Plan): Source {
  const edits = [...allTasks(plan.milestones)].flatMap((task): TextEdit[] => {
    if (!task.markRange) return [];
    const { end } = task.markRange;
    const sign = range(end.line, end.character + 1, end.line, end.character + 2);
    return [
      ...(task.underWay ? [{ range: task.markRange, newText: ' ' }] : []),
      ...(task.optional ? [{ range: sign, newText: ' (optional)' }] : []),
    ];
  });
  const plain = parseDocument(applyEdits(document.text, edits));
  return { document: plain, plan: readPlan(plain, undefined, plan.format) };
}

function milestoneLines({ document }: Source, milestone: Milestone): string[] {
  if (milestone.mark !== undefined) return itemLines(document, milestone);
  const steps = milestone.steps.flatMap((step) => itemLines(document, step));
  const box = milestone.state === 'done' ? '[x]' : '[ ]';
  return [`- ${box} ${milestone.title}`, ...steps.map((line) => (line === '' ? '' : INDENT + line))];
}

/** The lines of a task's item, without the indentation of its first one. */
function itemLines(document: Document, task: Task): string[] {
  const { start = task.line, end = task.line + 1 } = findItem(document, task.line)?.item ?? {};
  const lines = Array.from({ length: end - start }, (_, at) => document.lineAt(start + at)?.text ?? '');
  const indent = /^[ \t]*/.exec(lines[0] ?? '')?.[0] ?? '';
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
}

function insertion(target: Planned, lines: readonly string[]): TextEdit {
  const { document, plan, bound } = target;
  const { ending } = document;
  const items = plan.milestones.flatMap(({ line }) => findItem(document, line)?.item ?? []);
  const [first, last] = [items[0], items.at(-1)];
  const text = lines.join(ending);
  const at = (line: number): number => document.lineAt(line)?.text.length ?? 0;
  if (first && last && replaceable(target)) {
    return { range: range(first.start, 0, last.end - 1, at(last.end - 1)), newText: text };
  }
  const [section] = planSections(document, bound?.outline);
  const line = (last?.end ?? (section ? contentEnd(section) : document.lineCount)) - 1;
  const gap = last ? ending : ending + ending;
  return { range: range(line, at(line), line, at(line)), newText: gap + text };
}
