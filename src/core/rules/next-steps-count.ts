import type { Section } from '../document/document';
import { onLevel } from '../outline/levels';
import type { Outline } from '../outline/outline';
import { isWritten } from '../outline/outline';
import type { Limit } from '../template/templateText';
import { saysNone } from '../template/written';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const nextStepsCount: Rule = {
  id: 'next-steps-count',
  summary: say`A list is longer than the template allows, or missing.`,
  help: `If the template's guidance sets a limit ("1–3 bullets"), the rule counts the section's top-level list items,
numbered or not. All steps after the first few belong in the plan.`,
  severity: 'hint',
  stages: CONTENT_STAGES,
  *check({ outline }) {
    const inPlace = onLevel(outline);
    for (const { spec, sections } of outline.bindings) {
      const { limit } = spec;
      if (!limit) continue;
      for (const section of sections) {
        const count = countItems(section, outline);
        const few = count === 0 && limit.min > 0;
        if (
          ![section, ...section.children].every(inPlace) ||
          !isWritten(section, outline) ||
          saysNone(section) ||
          (count <= limit.max && !few)
        )
          continue;
        yield {
          range: section.heading.range,
          message: wrongCount(spec.title, count, limit),
        };
      }
    }
  },
};

function wrongCount(title: string, count: number, { min, max }: Limit): Message {
  const expected = min === max ? `${max}` : say`${min} to ${max}`;
  return count === 0
    ? say`Section "${title}" has no list items: expected ${expected}.`
    : say`Section "${title}" has ${count} list items: expected ${expected}.`;
}

/** The number of items in the section and its sub-sections, except for sub-sections that are in the template. */
function countItems(section: Section, outline: Outline): number {
  const direct = itemsIn(section);
  const parts = section.children.filter((child) => !outline.specOf.has(child));
  return parts.reduce((count, child) => count + countItems(child, outline), direct);
}

/** The number of items in the outermost lists of a section. */
function itemsIn({ blocks }: Section): number {
  return blocks.reduce((count, { kind, children }) => count + (kind === 'list' ? children.length : 0), 0);
}
