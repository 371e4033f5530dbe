/** Which tasks wait for others: "depends on T003", "blocked by 1.2 and 1.3", as far as the names are unambiguous. */

import vocabulary from '../vocabulary/vocabulary.json';
import { readLabel } from './labels';
import type { Milestone, Plan } from './plan';
import type { Step } from './tasks';
import { isDone } from './unfinished';

type Task = Milestone | Step;
type Names = ReadonlyMap<string, Task>;

const AND = vocabulary.and.join('|');
const LABELS = [...vocabulary.labels, ...vocabulary.stepLabels].join('|');
const PHRASE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${vocabulary.dependsOn.join('|')})(?![\p{L}\p{N}])[ \t*_:：]*`,
  'giu',
);
/** What may stand behind a whole number that names a task: "depends on 2 other teams" names none. */
const END = String.raw`(?=[*_\x60]*[ \t]*(?:$|[,;.)\]&–\n-]|(?:${AND}|${vocabulary.to.join('|')})(?!\p{L})))`;
const NAME = new RegExp(
  String.raw`[*_\x60]*((?:(?:${LABELS})[ \t-]?)?\d{1,6}(?!\.?\d)${END}|[A-Z]{1,4}-?\d{1,6}(?:\.\d{1,6})*|\d{1,6}(?:\.\d{1,6})+)[*_\x60]*`,
  'iuy',
);
const BETWEEN = new RegExp(String.raw`[ \t]*(?:[,;&][ \t]*)?(?:(?:${AND})(?!\p{L}))?[ \t]*`, 'iuy');
const RANGE = new RegExp(
  String.raw`[ \t]*(?:-|–|\.\.+|…|(?:${vocabulary.to.join('|')})(?!\p{L}))[ \t]*`,
  'iuy',
);
const OWN_NAME = /^[*_`]*([A-Z]{1,4}-?\d{1,6}(?:\.\d{1,6})*|\d{1,6}(?:\.\d{1,6})*)(?=[.):]?[*_`]*(?:\s|$))/;
/** The longest range that is read. */
const MAX_RANGE = 100;

/** The open tasks that wait, each with the first task that it waits for. The tasks below them wait, too. */
export function waitingTasks({ milestones }: Plan): ReadonlyMap<Task, Task> {
  const tasks = [...inScopes(milestones)];
  const wanting = tasks.filter(({ task }) => !isFinished(task) && task.prose.some(mentions));
  const found = new Map<Task, Task>();
  if (wanting.length === 0) return found;
  const all = namesOf(tasks.map(({ task }) => task));
  const scopes = new Map<readonly Task[], Names>();
  for (const { task, siblings } of wanting) {
    const near = scopes.get(siblings) ?? namesOf(siblings);
    scopes.set(siblings, near);
    const others = task.prose.flatMap(namesIn).flatMap((name) => near.get(name) ?? all.get(name) ?? []);
    const unmet = others.find(
      (other) => !isFinished(other) && !contains(other, task) && !contains(task, other),
    );
    if (unmet) found.set(task, unmet);
  }
  return found;
}

interface Scoped {
  readonly task: Task;
  readonly siblings: readonly Task[];
}

function* inScopes(siblings: readonly Task[]): Generator<Scoped> {
  for (const task of siblings) {
    yield { task, siblings };
    yield* inScopes(task.steps);
  }
}

function isFinished(task: Task): boolean {
  return 'state' in task ? task.state === 'done' : isDone(task);
}

function contains(task: Task, other: Task): boolean {
  return task === other || (other.line > task.line && other.line < task.end);
}

function mentions(text: string): boolean {
  return text.search(PHRASE) >= 0;
}

/** The tasks by their names, without names that several of them have. */
function namesOf(tasks: readonly Task[]): Names {
  const known = new Map<string, Task>();
  const taken = new Set<string>();
  for (const task of tasks) {
    const label = readLabel(task.title);
    const name = label ? `${label.word} ${label.number}` : OWN_NAME.exec(task.title)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    if (taken.has(name)) known.delete(name);
    else known.set(name, task);
    taken.add(name);
  }
  return known;
}

/** The names of tasks for which a text says that it waits. */
function namesIn(text: string): string[] {
  return [...text.matchAll(PHRASE)].flatMap(({ 0: phrase, index }) => namesAt(text, index + phrase.length));
}

function namesAt(text: string, start: number): string[] {
  const names: string[] = [];
  let first: string | undefined;
  for (let at = start; ; ) {
    const found = matchAt(NAME, text, at);
    if (found?.[1] === undefined) return names;
    const name = nameOf(found[1]);
    names.push(...(first === undefined ? [name] : upTo(first, name)));
    at += found[0].length;
    const range = first === undefined ? matchAt(RANGE, text, at) : null;
    first = range ? name : undefined;
    const gap = (range ?? matchAt(BETWEEN, text, at))?.[0] ?? '';
    if (gap === '') return names;
    at += gap.length;
  }
}

/** A name as `namesOf` has it: "Milestone-2" is "milestone 2". */
function nameOf(found: string): string {
  const label = readLabel(found);
  return label ? `${label.word} ${label.number}` : found.toLowerCase();
}

/** The names after the first one up to the last one of a range, such as "T003-T006". */
function upTo(first: string, last: string): string[] {
  const [from, to] = [split(first), split(last)];
  const count = Number(to.digits) - Number(from.digits);
  if (from.stem !== to.stem || count < 1 || count > MAX_RANGE) return [last];
  return Array.from({ length: count }, (_, at) => {
    const number = String(Number(from.digits) + 1 + at);
    return from.stem + number.padStart(from.digits.length, '0');
  });
}

function split(name: string): { readonly stem: string; readonly digits: string } {
  const digits = /\d+$/.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - digits.length), digits };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
