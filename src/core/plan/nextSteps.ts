/** Updates the list of next steps, which a template may have beside the plan, when milestones start and end. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { removeLines } from '../edits/lines';
import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import { findTokens, fold, isLeftover } from '../markdown/tokens';
import type { Binding } from '../outline/outline';
import { nameWords } from '../text/names';
import type { TextEdit } from '../text/text';
import { applyEdits, lineStart, range } from '../text/text';
import { chainTo } from './chain';
import type { Planned } from './change';
import { planned } from './change';
import { readMarker } from './items';
import { readLabel } from './labels';
import type { Milestone } from './plan';
import { itemText } from './shape';

/**
 * Edits that remove stubs and items that only name done milestones, and put the started milestone at the top unless an
 * item names it or the list is full. All other items stay.
 */
export function nextStepsEdits(current: Planned, started: Milestone): TextEdit[] {
  const list = nextStepsOf(current);
  if (!list) return [];
  const past = pastItems(current, list);
  const gone = list.children.filter((item) => past.includes(item) || isStub(item, current));
  const kept = list.children.filter((item) => !gone.includes(item));
  const max = bindingOf(current)?.spec.limit?.max ?? 0;
  const wanted = kept.length < max && !kept.some((item) => names(item, started));
  return listEdits(current.document, list, gone, wanted ? started : undefined);
}

/**
 * The edits of the list after `ticks`, which change the tasks on `lines` and stay within their lines: a milestone that
 * they finish makes way for the next one. Empty if no item only names it, or if no milestone is left.
 */
export function nextStepsAfter(
  before: Planned,
  ticks: readonly TextEdit[],
  lines: readonly number[],
): TextEdit[] {
  const list = nextStepsOf(before);
  const changed = lines.flatMap((line) => chainTo(before.plan.milestones, line).slice(0, 1));
  // Reading the plan again takes a while where it is long.
  if (!list?.children.some((item) => changed.some((task) => isNameOf(item, task)))) return [];
  const after = planned(before, applyEdits(before.document.text, ticks));
  const { milestones } = after.plan;
  const finished = milestones.some(
    ({ line, state }) => state === 'done' && changed.some((task) => task.line === line),
  );
  const next = milestones.find(({ state }) => state !== 'done');
  return finished && next ? nextStepsEdits(after, next) : [];
}

/** The list of next steps; undefined if the template or the document has none. */
function nextStepsOf(planned: Planned): Block | undefined {
  return bindingOf(planned)?.sections[0]?.blocks.find(({ kind }) => kind === 'list');
}

function bindingOf({ bound }: Planned): Binding | undefined {
  return bound?.outline.bindings.find(({ spec }) => spec.next);
}

/** The items of the list that only name a done milestone. */
function pastItems({ plan }: Planned, { children }: Block): Block[] {
  const done = plan.milestones.filter(({ state }) => state === 'done');
  return children.filter((item) => done.some((milestone) => isNameOf(item, milestone)));
}

function listEdits(
  document: Document,
  list: Block,
  gone: readonly Block[],
  added: Milestone | undefined,
): TextEdit[] {
  const [first] = list.children;
  const marker = readMarker(document.lineAt(list.start)?.text ?? '');
  // A list whose marker is not readable stays unchanged.
  if (!first || !marker) return [];
  const line = added && `${marker.indent}${marker.marker}${marker.gap}${added.title}`;
  if (line !== undefined && gone.includes(first)) {
    const width = document.lineAt(first.end - 1)?.text.length ?? 0;
    const rest = gone.filter((item) => item !== first);
    return [
      { range: range(first.start, 0, first.end - 1, width), newText: line },
      ...rest.map((item) => removeLines(document, item.start, item.end)),
    ];
  }
  const removed = gone.map((item) => removeLines(document, item.start, item.end));
  if (line === undefined) return gone.length === list.children.length ? [] : removed;
  return [{ range: lineStart(list.start), newText: line + document.ending }, ...removed];
}

/** True for an item that is still the template's text, or contains one of its placeholders. */
function isStub(item: Block, { bound }: Planned): boolean {
  if (!bound) return false;
  const text = fold(itemText(item));
  const { tokens, specs } = bound.template;
  return (
    findTokens(text).some((token) => isLeftover(token, tokens)) ||
    specs.some(({ next, body }) => next && itemsOf(body).includes(text))
  );
}

function itemsOf(body: readonly string[]): string[] {
  const items = [...walkBlocks(parseDocument(body.join('\n')).blocks)].filter(({ kind }) => kind === 'item');
  return items.map((item) => fold(itemText(item)));
}

/** True if an item contains the label of a milestone ("Milestone 2") or all the words of its title. */
function names(item: Block, milestone: Milestone): boolean {
  const words = wordsOf(itemText(item));
  return namesOf(milestone).some((name) => words.includes(name));
}

/** True if an item is nothing but the label of a milestone, its title or both. */
function isNameOf(item: Block, milestone: Pick<Milestone, 'title'>): boolean {
  const words = wordsOf(itemText(item));
  const full = wordsOf(milestone.title);
  return item.children.length === 1 && [full, ...namesOf(milestone)].includes(words);
}

/** The label of a milestone, and its title without the label. */
function namesOf({ title }: Pick<Milestone, 'title'>): string[] {
  const label = readLabel(title);
  const short = wordsOf(label ? title.slice(label.end) : title);
  return [...(label ? [` ${label.word} ${label.number} `] : []), ...(short.trim() === '' ? [] : [short])];
}

/** The words of a text, each between blanks. */
function wordsOf(text: string): string {
  return ` ${nameWords(text).join(' ')} `;
}
