/** Whether an edit left everything as it was that plan and findings depend on. */

import type { Document, Section } from './document';
import type { Block } from './markdown';
import { isComment } from './markdown';
import type { Part } from './parts';
import { sameReadings } from './readings';

/**
 * True if two documents, the later one by an edit from the earlier one, differ in nothing but parts that say the same
 * to every rule: as many lines, the same heading, blocks of the same kinds in the same places, and the same readings. The
 * head with its fields and the sections of the plan are read to the letter, and must be as they were.
 */
export function saysTheSame(before: Document, after: Document, plan: readonly Section[]): boolean {
  const { parts, starts } = before.layout;
  const { layout } = after;
  if (layout.starts !== starts || layout.instructions !== before.instructions) return false;
  const head = before.title ? 2 : 1;
  return parts.every((part, at) => {
    const other = layout.parts[at];
    if (part === other) return true;
    const line = starts[at] ?? 0;
    const planned = plan.some(({ start, end }) => line >= start && line < end);
    return other !== undefined && at >= head && !planned && samePart(part, other);
  });
}

function samePart(before: Part, after: Part): boolean {
  const heading = (before.heading?.endLine ?? before.origin) - before.origin;
  return (
    before.lines.length === after.lines.length &&
    before.blocks.length === after.blocks.length &&
    before.lines.slice(0, heading).every(({ text }, at) => text === after.lines[at]?.text) &&
    before.blocks.every((block, at) => sameKind(block, before.origin, after.blocks[at], after.origin)) &&
    sameReadings(before, after)
  );
}

function sameKind(before: Block, origin: number, after: Block | undefined, moved: number): boolean {
  return (
    before.kind === after?.kind &&
    before.start - origin === after.start - moved &&
    before.end - origin === after.end - moved &&
    before.level === after.level &&
    before.children.length === after.children.length &&
    isComment(before) === isComment(after)
  );
}
