/** `start_milestone`: gives a milestone its steps, and takes a draft into progress. */

import { nextJson, placeJson } from '../json/plans';
import { isRefused } from '../plan/change';
import { titleOf } from '../plan/plan';
import { startWith } from '../plan/startWith';
import { shorten } from '../text/shorten';
import { UserError } from '../text/userError';
import type { Opened } from './documentStore';
import { applyTo, openVersion } from './documentStore';
import { about, PATH, tool, VERSION } from './tool';

export const startMilestoneTool = tool({
  name: 'start_milestone',
  title: 'Start Milestone',
  description:
    'Starts a milestone of a design doc: adds the given steps under it in place of placeholders that nobody wrote over, sets the status of the document from draft to in progress, and moves its list of next steps along. Use it when next_step says "start" or names a step that is a placeholder, or to add steps to a milestone. Give each step as one actionable task; the checkbox is written for you. A step that a command or test verifies should end in `verify: COMMAND` as inline code, one that only a person can do in "(human)". Next: do `next`, then complete_step.',
  input: {
    type: 'object',
    properties: {
      path: PATH,
      version: VERSION,
      line: { type: 'integer', minimum: 1, description: 'The line of the milestone, from 1.' },
      steps: {
        type: 'array',
        maxItems: 30,
        items: { type: 'string', maxLength: 500 },
        description:
          'The steps, in the order in which they are done. Without them a milestone that has none gets placeholders, which have to be written before they can be done.',
      },
    },
    required: ['path', 'version', 'line'],
    additionalProperties: false,
  },
  writes: true,
  confirm: ({ path, line, steps = [] }) => {
    const added =
      steps.length === 0 ? '' : `, adding ${steps.length === 1 ? '1 step' : `${steps.length} steps`}`;
    return `Start the milestone on line ${line} of ${path}${added}. The status of a draft becomes "in progress".`;
  },
  async run(store, { path, version, line, steps = [] }) {
    const opened = await openVersion(store, path, version);
    const { analysis } = opened;
    const at = analysis.plan.milestones.findIndex((candidate) => candidate.line === line - 1);
    const milestone = analysis.plan.milestones[at];
    if (!milestone) throw noMilestone(opened, line);
    const titles = steps.map(stepTitle);
    const start = startWith(analysis, milestone.line, titles.length > 0 ? { titles } : {});
    if (isRefused(start)) throw new UserError('not-started', start.refused);
    const changed = await applyTo(store, opened, start.edits);
    const now = changed.analysis.plan.milestones[at] ?? milestone;
    return {
      ...about(changed),
      started: placeJson(now),
      status: start.status ?? null,
      added: now.steps.slice(titles.length > 0 ? -titles.length : milestone.steps.length).map(placeJson),
      next: nextJson(changed.analysis),
    };
  },
});

/** A step's words on one line, without a marker or a box that came along. */
function stepTitle(text: string, at: number): string {
  const title = titleOf(text).replace(/^(?:[-*+]|\d{1,9}[.)]) +(?:\[[ xX]\] +)?/, '');
  if (title === '') throw new UserError('bad-input', `"steps[${at}]" says nothing.`);
  return title;
}

function noMilestone({ path, analysis }: Opened, line: number): UserError {
  const { milestones } = analysis.plan;
  const list = milestones.slice(0, 20).map((one) => `line ${one.line + 1} "${shorten(one.title, 60)}"`);
  const known = list.length > 0 ? `Its milestones are: ${list.join(', ')}.` : 'It has no plan.';
  return new UserError('no-milestone', `No milestone stands on line ${line} of ${path}. ${known}`);
}
