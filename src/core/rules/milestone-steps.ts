import type { Document } from '../document';
import { walkBlocks } from '../markdown';
import type { Milestone } from '../plan/plan';
import { readPlan } from '../plan/plan';
import { planShapeIsBroken } from '../plan/shape';
import { numbered, planStubs } from '../plan/stubs';
import type { TextEdit } from '../text';
import { dominantEnding, lineStart, range } from '../text';
import type { Rule } from './rule';

export const milestoneSteps: Rule = {
  id: 'milestone-steps',
  summary: 'The milestone in progress has no steps yet.',
  help: `A plan is built in two layers: milestones first, and the steps of one when it is started. While the document is
in progress, the first milestone that is not done is the one being worked on; where other milestones have steps, it
should have them too. The light bulb inserts a step in the words of the template.`,
  severity: 'hint',
  stages: ['progress'],
  *check({ document, outline }) {
    // Where a step has lost its indent, its milestone only seems to have none.
    if (planShapeIsBroken(document, outline)) return;
    const { milestones } = readPlan(document, outline);
    const current = milestones.find(({ state }) => state !== 'done');
    const layered = milestones.some(({ steps }) => steps.length > 0);
    if (!layered || current?.mark?.trim() !== '' || current.steps.length > 0) return;
    const text = document.lines[current.line]?.text ?? '';
    const step = firstStep(document, current, planStubs(outline.template).step);
    yield {
      range: range(current.line, text.length - text.trimStart().length, current.line, text.trimEnd().length),
      message: `Milestone "${current.title}" is next and has no steps: expected its steps under it.`,
      ...(step && { choices: [{ title: 'Insert a first step', edits: [step] }] }),
    };
  },
};

/** A step at the end of the milestone's own list item, indented under its text. */
function firstStep(document: Document, milestone: Milestone, stub: string): TextEdit | undefined {
  const { lines } = document;
  const text = lines[milestone.line]?.text ?? '';
  const item = [...walkBlocks(document.blocks)].find(({ box }) => box?.range.start.line === milestone.line);
  const marker = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text)?.[0];
  if (!item || marker === undefined) return undefined;
  const step = `${' '.repeat(marker.length)}- [ ] ${numbered(stub, 1)}`.trimEnd();
  const ending = dominantEnding(lines);
  if (item.end < lines.length) return { range: lineStart(item.end), newText: step + ending };
  const last = lines.length - 1;
  const width = lines[last]?.text.length ?? 0;
  return { range: range(last, width, last, width), newText: ending + step };
}
