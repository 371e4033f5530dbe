/** `start`: gives a milestone its steps, and takes a draft into progress. */

import { UserError } from '../../core/errors';
import { isRefused } from '../../core/plan/change';
import { findMilestone } from '../../core/plan/findMilestone';
import { startEdits, startMilestone } from '../../core/plan/start';
import { examineFile } from '../../node/examine';
import type { Command } from '../command';
import { applyTo, say, sayNext } from './changing';
import { configOption, requestOf, templateOption } from './options';

export const start: Command = {
  name: 'start',
  summary: 'Starts a milestone: adds its steps, and sets the status of a draft to in progress.',
  operands: {
    usage: 'FILE MILESTONE',
    min: 2,
    max: 2,
    hint: 'A milestone is named by its number, its line, or words of its title in quotes.',
  },
  options: [
    {
      name: 'step',
      value: 'TEXT',
      whole: true,
      many: true,
      help: 'A step to add; may be given again. Without it: stubs from the template, where there are no steps.',
    },
    { name: 'keep-status', help: 'Leave the status of the document as it is.' },
    templateOption,
    configOption,
  ],
  run(session) {
    const [file = '', words = ''] = session.given.operands;
    const before = examineFile(requestOf(session), file);
    const milestone = findMilestone(before.analysis.plan, words);
    if (isRefused(milestone)) throw new UserError('no-milestone', milestone.refused);
    const change = startMilestone(before.analysis, milestone.line, session.given.options.get('step'));
    if (isRefused(change)) throw new UserError('not-started', change.refused);
    const { status, ...rest } = change;
    const kept = session.given.options.has('keep-status');
    const after = applyTo(before, startEdits(kept ? rest : change));
    const at = before.analysis.plan.milestones.indexOf(milestone);
    const started = after.analysis.plan.milestones[at] ?? milestone;
    say(session, after, started.line, 'started', started.title);
    for (const { line, title } of started.steps.slice(milestone.steps.length)) {
      say(session, after, line, 'added', title);
    }
    if (status && !kept) session.print(`The status is now "${status.word}".`);
    sayNext(session, after);
    return 0;
  },
};
