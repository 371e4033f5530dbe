/** The shape of a plan's lists: what stands on which level, and edits that put it right. */

import type { Document, Section } from '../document/document';
import { subtree } from '../document/document';
import type { Block } from '../markdown/markdown';
import { openingOf, walkBlocks } from '../markdown/markdown';
import { memoize } from '../query/memoize';
import { onLevel } from '../template/levels';
import type { Outline } from '../template/outline';
import type { TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';
import { milestoneLabel } from './labels';
import { planSections, readTasks, sectionsOfPlan } from './plan';

/** The list items directly in the sections' own lists. */
export function topItems(section: Section): Block[] {
  return subtree(section).flatMap(({ blocks }) =>
    blocks.flatMap(({ kind, children }) => (kind === 'list' ? children : [])),
  );
}

/** The items that have lost their indent: unnamed, after a named one, among items mostly named as milestones. */
export function strayItems(items: readonly Block[]): Set<Block> {
  const names = items.map((item) => milestoneLabel(itemText(item)));
  const first = names.findIndex(Boolean);
  const named = names.filter(Boolean).length;
  const mostly = items.length - named < named;
  return new Set(
    items.filter((item, at) => {
      if (first < 0 || at < first || names[at] || !item.box) return false;
      return mostly || /^[*_]*step\b/i.test(itemText(item));
    }),
  );
}

/**
 * True if a step of the plan has lost its indent, or the plan its level, so that what stands above it is not what it
 * belongs to.
 */
export const planShapeIsBroken = memoize((outline: Outline): boolean => {
  const inPlace = onLevel(outline);
  return sectionsOfPlan(outline).some(
    (section) => !inPlace(section) || strayItems(topItems(section)).size > 0,
  );
});

/** An item's first line of text, its box taken off. */
export function itemText(item: Block): string {
  return item.box?.text ?? openingOf(item.children)?.content ?? '';
}

/** Edits that give a box to every item under the given ones that has text but none. */
export function boxEdits(document: Document, items: readonly Block[]): TextEdit[] {
  return [...walkBlocks(items)].flatMap((item) => {
    const first = openingOf(item.children);
    if (item.kind !== 'item' || item.box || first?.kind !== 'paragraph') return [];
    const content = first.content.split('\n', 1)[0] ?? '';
    const column = (document.lineAt(first.start)?.text.trimEnd().length ?? 0) - content.trimEnd().length;
    return [{ range: range(first.start, column, first.start, column), newText: '[ ] ' }];
  });
}

/** Indents an item's own lines so that it becomes a step of the given milestone; what is nested stays in place. */
export function indentEdits(document: Document, item: Block, milestone: Block): TextEdit[] {
  const nested = item.children.find((child) => child.kind === 'list');
  const indent = childIndent(document, milestone);
  const edits: TextEdit[] = [];
  for (let line = item.start; line < (nested?.start ?? item.end); line++) {
    const text = document.lineAt(line)?.text ?? '';
    // A continuation line that kept its place when the step lost its own is right already.
    const inPlace = line > item.start && text.length - text.trimStart().length > indent.length;
    if (text.trim() !== '' && !inPlace) edits.push({ range: lineStart(line), newText: indent });
  }
  return edits;
}

/** Takes the indentation off an item and all that is nested in it. */
export function outdentEdits(document: Document, item: Block): TextEdit[] {
  const width = /^[ \t]*/.exec(document.lineAt(item.start)?.text ?? '')?.[0].length ?? 0;
  const edits = [];
  for (let line = item.start; line < item.end; line++) {
    const own = /^[ \t]*/.exec(document.lineAt(line)?.text ?? '')?.[0].length ?? 0;
    if (own > 0) edits.push({ range: range(line, 0, line, Math.min(own, width)), newText: '' });
  }
  return edits;
}

function childIndent(document: Document, item: Block): string {
  const child = item.children.find((block) => block.kind === 'list')?.children[0];
  if (child) return /^[ \t]*/.exec(document.lineAt(child.start)?.text ?? '')?.[0] ?? '';
  const marker =
    /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(document.lineAt(item.start)?.text ?? '')?.[0] ?? '  ';
  return ' '.repeat(marker.length);
}

/** Edits that make a checklist of a plan of plain bullets; none if it has tasks already, or no bullets. */
export function checklistEdits(document: Document, outline?: Outline): TextEdit[] {
  if (readTasks(document, outline).length > 0) return [];
  return planSections(document, outline).flatMap((section) => boxEdits(document, topItems(section)));
}
