/** Whether an edit left everything as it was that plan and findings depend on. */

import type { Report } from './check';
import type { Document, Section } from './document';
import { isComment } from './markdown';
import type { Part } from './parts';
import { sameReadings } from './readings';

/**
 * True if two documents, the later one by an edit from the earlier one, differ in nothing but parts that say the same
 * to every rule: as many lines, the same heading, text or none, as many list items, and the same readings. The head with
 * its fields and the sections of the plan are read to the letter, and must be as they were.
 */
export function saysTheSame(
  before: Document,
  after: Document,
  { plan, reports }: { readonly plan: readonly Section[]; readonly reports: readonly Report[] },
): boolean {
  const { parts, starts } = before.layout;
  const { layout } = after;
  if (layout.starts !== starts || layout.instructions !== before.instructions) return false;
  const head = before.title ? 2 : 1;
  return parts.every((part, at) => {
    const other = layout.parts[at];
    if (part === other) return true;
    const line = starts[at] ?? 0;
    const planned = plan.some(({ start, end }) => line >= start && line < end);
    if (other === undefined || at < head || planned) return false;
    const end = line + part.lines.length;
    const reported = reports.some(({ range }) => range.start.line >= line && range.start.line < end);
    return samePart(part, other, reported);
  });
}

function samePart(before: Part, after: Part, reported: boolean): boolean {
  const heading = (before.heading?.endLine ?? before.origin) - before.origin;
  return (
    before.lines.length === after.lines.length &&
    heading === (after.heading?.endLine ?? after.origin) - after.origin &&
    before.lines.slice(0, heading).every(({ text }, at) => text === after.lines[at]?.text) &&
    hasText(before) === hasText(after) &&
    countItems(before) === countItems(after) &&
    sameReadings(before, after, reported)
  );
}

function hasText({ blocks }: Part): boolean {
  return blocks.some((block) => block.kind !== 'heading' && !isComment(block));
}

/** The items of its outermost lists. */
function countItems({ blocks }: Part): number {
  return blocks.reduce((count, { kind, children }) => count + (kind === 'list' ? children.length : 0), 0);
}
