/** Headings that are named like milestones, but are none because the plan has tasks outside of headings. */

import type { Section } from '../document/document';
import type { Heading } from '../document/headings';
import { withoutMark } from '../markdown/marks';
import type { Outline } from '../outline/outline';
import { milestoneLabel, readLabel } from './labels';
import { hasSteps, tasksUnder } from './tasks';

/**
 * The headings of a plan's section that have a milestone's label and no tasks below, where other tasks are the
 * milestones. A heading about one of them, with its label, is a note.
 */
export function unreadMilestones(section: Section, outline?: Outline): Heading[] {
  if (!hasSteps(section.blocks)) return [];
  const read = new Set(tasksUnder(section).map(({ title }) => keyOf(title)));
  return section.children
    .filter((child) => {
      const title = withoutMark(child.heading.text);
      return (
        milestoneLabel(title) !== undefined &&
        !outline?.specOf.has(child) &&
        !read.has(keyOf(title)) &&
        tasksUnder(child).length === 0
      );
    })
    .map(({ heading }) => heading);
}

/** The label of a title with its number: "phase 2". */
function keyOf(title: string): string | undefined {
  const label = readLabel(title);
  return label && `${label.word} ${label.number}`;
}
