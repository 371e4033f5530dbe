/** `start`: adds the steps of a milestone, and sets the status of a draft to in progress. */

import { isRefused } from '../../core/plan/change';
import { findMilestone } from '../../core/plan/findMilestone';
import { startWith } from '../../core/planEdits/startWith';
import { UserError } from '../../core/text/userError';
import type { Command } from '../command';
import { applyTo, openCurrent, printNext, say } from './changing';
import { configOption, templateOption, versionOption } from './options';

export const start: Command = {
  name: 'start',
  summary: 'Starts a milestone: adds its steps, and sets the status of a draft to in progress.',
  operands: {
    usage: 'FILE MILESTONE',
    min: 2,
    max: 2,
    hint: 'MILESTONE is its number, its line ("line 12"), or words of its title in quotes.',
  },
  options: [
    {
      name: 'step',
      value: 'TEXT',
      whole: true,
      many: true,
      help: 'A step to add; may be repeated. Default: stubs from the template, if the milestone has no steps.',
    },
    { name: 'keep-status', help: 'Do not change the status of the document.' },
    versionOption,
    templateOption,
    configOption,
  ],
  async run(session): Promise<0 | 1> {
    const [file = '', words = ''] = session.given.operands;
    const before = await openCurrent(session, file);
    const milestone = findMilestone(before.analysis.plan, words);
    if (isRefused(milestone)) throw new UserError('no-milestone', milestone.refused);
    const titles = session.given.options.get('step');
    const keepStatus = session.given.options.has('keep-status');
    const change = startWith(before.analysis, milestone.line, { keepStatus, ...(titles && { titles }) });
    if (isRefused(change)) throw new UserError('not-started', change.refused);
    const after = applyTo(before, change.edits);
    const at = before.analysis.plan.milestones.indexOf(milestone);
    const started = after.analysis.plan.milestones[at] ?? milestone;
    const kept = milestone.steps.map(({ title }) => title);
    say(session, after, started.line, 'started', started.title);
    for (const { line, title } of started.steps) {
      if (!kept.includes(title)) say(session, after, line, 'added', title);
    }
    if (change.status !== undefined) session.print(`The status is now "${change.status}".`);
    printNext(session, after);
    return 0;
  },
};
