/** The tool `start_milestone`: adds steps to a milestone, and sets the status of a draft to in progress. */

import { nextJson, placeJson } from '../json/plans';
import { isRefused } from '../plan/change';
import { titleOf } from '../plan/tasks';
import { startWith } from '../planEdits/startWith';
import { say, sentences } from '../text/message';
import { shorten } from '../text/shorten';
import { UserError } from '../text/userError';
import type { Opened } from './documentStore';
import { applyTo, openVersion } from './documentStore';
import { START_MILESTONE } from './outputs';
import { about, PATH, tool, VERSION } from './tool';

export const startMilestoneTool = tool({
  name: 'start_milestone',
  title: say`Start Milestone`,
  description:
    'Starts a milestone of a design doc: adds the given steps under it, which replace placeholders, sets the status of the document from draft to in progress, and updates its list of next steps. Use it when next_step returns "start" or a step that is a placeholder, or to add steps to a milestone. Give each step as one actionable task, without a checkbox. A step that a command or test verifies should end with `verify: COMMAND` as inline code, one that only a person can do with "(human)". Next: do `next`, then complete_step.',
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
          'The steps, in the order in which they are done. Without this list, a milestone that has no steps gets placeholders, which must be replaced before they can be done.',
      },
    },
    required: ['path', 'version', 'line'],
    additionalProperties: false,
  },
  output: START_MILESTONE,
  writes: true,
  idempotent: true,
  confirm: ({ path, line, steps = [] }) => {
    const { length } = steps;
    const started =
      length === 0
        ? say`Start the milestone on line ${line} of ${path}.`
        : length === 1
          ? say`Start the milestone on line ${line} of ${path}, adding 1 step.`
          : say`Start the milestone on line ${line} of ${path}, adding ${length} steps.`;
    return sentences(started, say`The status of a draft becomes "in progress".`);
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
      ...nextJson(changed.analysis),
    };
  },
});

/** The title of a given step: on one line, without a list marker or box. */
function stepTitle(text: string, at: number): string {
  const title = titleOf(text).replace(/^(?:[-*+]|\d{1,9}[.)]) +(?:\[[ xX]\] +)?/, '');
  if (title === '') throw new UserError('bad-input', `"steps[${at}]" is empty.`);
  return title;
}

function noMilestone({ path, analysis }: Opened, line: number): UserError {
  const { milestones } = analysis.plan;
  const list = milestones.slice(0, 20).map((one) => `line ${one.line + 1} "${shorten(one.title, 60)}"`);
  const more = milestones.length - list.length;
  const rest = more > 0 ? `, and ${more} more, which read_plan lists` : '';
  const known = list.length > 0 ? `Its milestones are: ${list.join(', ')}${rest}.` : 'It has no plan.';
  return new UserError('no-milestone', `There is no milestone on line ${line} of ${path}. ${known}`);
}
