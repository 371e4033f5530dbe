/** The symbols of a document: its headings, and the milestones and steps of its plan with their progress. */

import type { Analysis } from '../analysis/analyze';
import type { Document, Heading, Section } from '../document/document';
import { plainText } from '../document/plainText';
import { textRange } from '../document/textRange';
import type { Milestone } from '../plan/plan';
import type { Step } from '../plan/tasks';
import { countLeaves } from '../plan/tasks';
import { isDone } from '../plan/unfinished';
import type { Text } from '../text/message';
import { say } from '../text/message';
import type { Range } from '../text/text';
import { range } from '../text/text';

/** A symbol. Its range contains `selection`, and the ranges of its children. */
export interface DocumentSymbol {
  readonly name: string;
  /** The progress, such as "2/3 done", or the state of a single task; empty for a heading without tasks. */
  readonly detail: Text;
  readonly kind: 'title' | 'section' | 'milestone' | 'step';
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly DocumentSymbol[];
}

/** A task that becomes a symbol. */
interface Task {
  readonly kind: 'milestone' | 'step';
  readonly task: Milestone | Step;
}

/** The symbols of a document, each below the one that contains it. */
export function documentSymbols({ document, plan }: Analysis): DocumentSymbol[] {
  const headings = new Map(
    plan.milestones.flatMap((milestone) =>
      milestone.mark === undefined ? [[milestone.line, milestone]] : [],
    ),
  );
  const tasks = plan.milestones.flatMap((milestone): Task[] =>
    milestone.mark === undefined
      ? milestone.steps.map((task) => ({ kind: 'step', task }))
      : [{ kind: 'milestone', task: milestone }],
  );
  const tasksIn = (start: number, end: number): DocumentSymbol[] =>
    tasks
      .filter(({ task }) => task.line >= start && task.line < end)
      .map(({ task, kind }) => taskSymbol(document, task, kind));
  const sectionSymbol = ({ heading, start, end, bodyEnd, children }: Section): DocumentSymbol => {
    const milestone = headings.get(start);
    return {
      ...named(document, heading, end),
      kind: milestone ? 'milestone' : 'section',
      detail: milestone ? progress(milestone) : '',
      children: [...tasksIn(heading.endLine, bodyEnd), ...children.map(sectionSymbol)],
    };
  };
  const { title, sections, lineCount } = document;
  const roots = sections.filter(({ parent }) => !parent);
  const top = [...tasksIn(0, roots[0]?.start ?? lineCount), ...roots.map(sectionSymbol)];
  return title ? [{ ...named(document, title, lineCount), kind: 'title', detail: '', children: top }] : top;
}

function named(
  document: Document,
  { text, range: selection }: Heading,
  end: number,
): Pick<DocumentSymbol, 'name' | 'range' | 'selection'> {
  return { name: shown(text, '#'), range: lines(document, selection.start.line, end), selection };
}

function taskSymbol(document: Document, task: Milestone | Step, kind: Task['kind']): DocumentSymbol {
  const { title, line, end, steps } = task;
  return {
    name: shown(title, '-'),
    detail: progress(task),
    kind,
    range: lines(document, line, end),
    selection: textRange(document, line),
    children: steps.map((step) => taskSymbol(document, step, 'step')),
  };
}

/** Editors refuse a symbol without a name. */
function shown(text: string, otherwise: string): string {
  return plainText(text) || otherwise;
}

function progress(task: Milestone | Step): Text {
  const { steps, mark } = task;
  if (steps.length === 0 && mark !== undefined) return isDone(task) ? say`done` : mark.trim() || say`open`;
  const { done, total } = countLeaves(steps);
  return say`${done}/${total} done`;
}

/** The range from the start of a line to the end of the line before `end`. */
function lines(document: Document, start: number, end: number): Range {
  const last = Math.max(start, end - 1);
  return range(start, 0, last, document.lineAt(last)?.text.length ?? 0);
}
