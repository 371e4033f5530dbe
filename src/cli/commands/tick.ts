/** `tick`: marks one step or milestone as done, or as open. */

import { quotedPath } from '../../core/handOff/command';
import { isRefused } from '../../core/plan/change';
import { reopenTask } from '../../core/planEdits/complete';
import { findTask } from '../../core/planEdits/move';
import { contradicted } from '../../core/planEdits/tick';
import { UserError } from '../../core/text/userError';
import type { AnalyzedFile } from '../../node/check/analyzeFiles';
import { printable } from '../../node/program/messages';
import { wholeNumber } from '../arguments';
import type { Command } from '../command';
import type { Completed } from '../evidence';
import { completed } from '../evidence';
import { applyTo, openCurrent, printNext, say } from './changing';
import { configOption, templateOption, versionOption } from './options';

export const tick: Command = {
  name: 'tick',
  summary: 'Ticks the step or milestone on a line, with the evidence that it requires.',
  operands: { usage: 'FILE LINE', min: 2, max: 2 },
  options: [
    versionOption,
    { name: 'undo', help: 'Untick it and remove its evidence.' },
    { name: 'exit', value: 'N', help: 'The exit status of the command that verifies the step.' },
    {
      name: 'tree',
      value: 'COMMIT',
      help: 'The commit that the command ran on: the output of "git rev-parse HEAD".',
    },
    { name: 'by-hand', help: 'A person has confirmed it. No evidence is needed.' },
    templateOption,
    configOption,
    {
      name: 'run',
      rest: 'COMMAND…',
      help: 'Run the command that verifies the step, which must be given as the step has it, and record the outcome.',
    },
  ],
  async run(session): Promise<0 | 1> {
    const { given, note } = session;
    const [file = '', row = ''] = given.operands;
    const line = wholeNumber(row, 'LINE', 1) - 1;
    const undo = given.options.has('undo');
    const opened = await openCurrent(session, file);
    const reopens = undo && !given.options.has('run');
    const change = reopens ? reopened(opened, line) : await completed(session, opened, line);
    const after = applyTo(change.before, change.edits);
    const { plan } = after.analysis;
    say(
      session,
      after,
      change.line,
      undo ? 'open' : 'done',
      findTask(plan.milestones, change.line)?.title ?? '',
    );
    for (const task of contradicted(plan, change.line)) {
      const place = `${quotedPath(after.path)} ${task.line + 1}`;
      const advice = undo
        ? `is still ticked: design-docs tick ${place} --undo`
        : `has all its steps done, and can be ticked: design-docs tick ${place}`;
      note(printable(`"${task.title}" ${advice}`));
    }
    printNext(session, after);
    return 0;
  },
};

function reopened(before: AnalyzedFile, line: number): Completed {
  const change = reopenTask(before.analysis, line);
  if (isRefused(change)) throw new UserError('not-ticked', change.refused);
  return { before, line, ...change };
}
