/** Sections that are a plan by their name and their tasks, although the template has another name for it, or none. */

import type { Document, Section } from '../document/document';
import { subtree } from '../document/document';
import type { Part } from '../document/parts';
import { PART } from '../document/sections';
import { memoize } from '../query/memoize';
import { namesPlan } from '../template/planWords';

/** A line with a box, or with one of the characters that people write in its place. */
const TASK_LINE = /^[ \t>]*(?:(?:[-*+•◦▪‣·–—]|\d{1,9}[.)])[ \t]*)?(?:\[[^\][\n]?\]|［.?］|[☐☑☒])/u;

/** The outermost sections without a parent that `isFree` and that name a plan and have tasks. */
export function namedPlans(document: Document, isFree: (section: Section) => boolean): Section[] {
  return document.sections.filter(
    (section) =>
      !section.parent && isFree(section) && namesPlan(section.heading.text) && hasTaskLine(section),
  );
}

function hasTaskLine(section: Section): boolean {
  return subtree(section).some((part) => partHasTaskLine(part[PART]));
}

const partHasTaskLine = memoize(({ lines }: Part): boolean => lines.some(({ text }) => TASK_LINE.test(text)));
