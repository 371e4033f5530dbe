/** The nesting of a plan's lists, and edits that correct it. */

import type { Document, Section } from '../document/document';
import { parseDocument, subtree } from '../document/document';
import type { Block } from '../markdown/markdown';
import { openingOf, walkBlocks } from '../markdown/markdown';
import { onLevel } from '../outline/levels';
import type { Outline } from '../outline/outline';
import { memoize } from '../query/memoize';
import type { SectionSpec } from '../template/template';
import type { TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';
import { milestoneLabel } from './labels';
import { bulletsIn } from './lookalikes';
import { readTasks } from './plan';
import { planSections, sectionsOfPlan } from './sections';
import { readSteps } from './tasks';

/** The items of the outermost lists in a section and its sub-sections. */
export function topItems(section: Section): Block[] {
  return subtree(section).flatMap(({ blocks }) =>
    blocks.flatMap(({ kind, children }) => (kind === 'list' ? children : [])),
  );
}

/**
 * The steps that have lost their indentation: tasks without a milestone's label after one with a label, if most items
 * have labels or the task is named as a step.
 */
export function strayItems(items: readonly Block[]): Set<Block> {
  const labels = items.map((item) => milestoneLabel(itemText(item)));
  const first = labels.findIndex(Boolean);
  const labelled = labels.filter(Boolean).length;
  const mostly = items.length - labelled < labelled;
  return new Set(
    items.filter((item, at) => {
      if (first < 0 || at < first || labels[at] || !item.box) return false;
      return mostly || /^[*_]*step\b/i.test(itemText(item));
    }),
  );
}

/**
 * True if a step of the plan has lost its indentation, or the plan its heading level, so that the step or the plan has
 * the wrong parent.
 */
export const planShapeIsBroken = memoize((outline: Outline): boolean => {
  const inPlace = onLevel(outline);
  return sectionsOfPlan(outline).some(
    (section) => !inPlace(section) || strayItems(topItems(section)).size > 0,
  );
});

/** True if a template's plan has milestones: tasks with steps below them, tasks named as milestones, or sub-sections. */
export const showsMilestones = memoize(({ body, children }: SectionSpec): boolean => {
  const tasks = readSteps(parseDocument(body.join('\n')).blocks);
  return children.length > 0 || tasks.some(({ title, steps }) => steps.length > 0 || milestoneLabel(title));
});

/**
 * True if a task with this text, after the items, would be a step that has lost its indentation once those that are
 * known are back in place. `stray` is one of them.
 */
export function wouldStray(items: readonly Block[], stray: Block, text: string): boolean {
  const task = { ...stray, ...(stray.box && { box: { ...stray.box, text } }) };
  const known = strayItems(items);
  return strayItems([...items.filter((item) => !known.has(item)), task]).has(task);
}

/** The text of an item's first block, without its box. */
export function itemText(item: Block): string {
  return item.box?.text ?? openingOf(item.children)?.content ?? '';
}

/** Edits that add a box to each of the items and their descendants that has text but no box. */
export function boxEdits(document: Document, items: readonly Block[]): TextEdit[] {
  return [...walkBlocks(items)].flatMap((item) => {
    const first = openingOf(item.children);
    if (item.kind !== 'item' || item.box || first?.kind !== 'paragraph') return [];
    const content = first.content.split('\n', 1)[0] ?? '';
    const column = (document.lineAt(first.start)?.text.trimEnd().length ?? 0) - content.trimEnd().length;
    return [{ range: range(first.start, column, first.start, column), newText: '[ ] ' }];
  });
}

/**
 * Indents an item's lines so that it becomes a step of the milestone. Nested lists keep their indentation, and so does
 * what follows an unread sibling, unless `isAlike` says of its text that it is to be indented as well.
 */
export function indentEdits(
  document: Document,
  item: Block,
  milestone: Block,
  isAlike: (text: string) => boolean,
): TextEdit[] {
  const nested = item.children.find((child) => child.kind === 'list');
  const indent = childIndent(document, milestone);
  const end = Math.min(nested?.start ?? item.end, unreadSibling(document, item, isAlike) ?? item.end);
  const edits: TextEdit[] = [];
  for (let line = item.start; line < end; line++) {
    const text = document.lineAt(line)?.text ?? '';
    // A continuation line may have kept its indentation when the step lost its own.
    const inPlace = line > item.start && text.length - text.trimStart().length > indent.length;
    if (text.trim() !== '' && !inPlace) edits.push({ range: lineStart(line), newText: indent });
  }
  return edits;
}

/**
 * Removes the indentation of an item, also from everything nested in it, but not from what follows an unread sibling,
 * unless `isAlike` says of its text that it is to lose it as well.
 */
export function outdentEdits(
  document: Document,
  item: Block,
  isAlike: (text: string) => boolean,
): TextEdit[] {
  const width = indentOf(document, item.start);
  const end = unreadSibling(document, item, isAlike) ?? item.end;
  const edits = [];
  for (let line = item.start; line < end; line++) {
    const indent = indentOf(document, line);
    if (indent > 0) edits.push({ range: range(line, 0, line, Math.min(indent, width)), newText: '' });
  }
  return edits;
}

/**
 * The line of an item that is meant as the next item: it looks like a task and is no deeper than the item, of which
 * Markdown makes it a part because its bullet is broken. One that is to be moved like the item does not count.
 */
function unreadSibling(
  document: Document,
  item: Block,
  isAlike: (text: string) => boolean,
): number | undefined {
  const width = indentOf(document, item.start);
  return bulletsIn(document, item.children).find(({ range: { start, end } }) => {
    const text = document.lineAt(start.line)?.text.slice(end.character).trim() ?? '';
    return indentOf(document, start.line) <= width && !isAlike(text);
  })?.range.start.line;
}

function indentOf(document: Document, line: number): number {
  return /^[ \t]*/.exec(document.lineAt(line)?.text ?? '')?.[0].length ?? 0;
}

function childIndent(document: Document, item: Block): string {
  const child = item.children.find((block) => block.kind === 'list')?.children[0];
  if (child) return /^[ \t]*/.exec(document.lineAt(child.start)?.text ?? '')?.[0] ?? '';
  const marker =
    /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(document.lineAt(item.start)?.text ?? '')?.[0] ?? '  ';
  return ' '.repeat(marker.length);
}

/** Edits that turn a plan of plain bullets into a checklist; empty if it has tasks already or no bullets. */
export function checklistEdits(document: Document, outline?: Outline): TextEdit[] {
  if (readTasks(document, outline).length > 0) return [];
  return planSections(document, outline).flatMap((section) => boxEdits(document, topItems(section)));
}
