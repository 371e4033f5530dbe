/** `tick`: marks one step or milestone as done, or as open. */

import { isRefused } from '../../core/plan/change';
import type { Unproved } from '../../core/plan/complete';
import { completeTask, reopenTask } from '../../core/plan/complete';
import type { Evidence } from '../../core/plan/evidence';
import { findTask } from '../../core/plan/move';
import { contradicted } from '../../core/plan/tick';
import { UserError } from '../../core/text/userError';
import { analyzeFile } from '../../node/check/analyzeFiles';
import { printable } from '../../node/program/messages';
import type { Arguments } from '../arguments';
import { optionOf, wholeNumber } from '../arguments';
import type { Command } from '../command';
import { applyTo, printNext, say } from './changing';
import { configOption, requestOf, templateOption } from './options';

/** Advice for a refusal, by the missing requirement. */
const ADVICE: Readonly<Record<NonNullable<Unproved['needs']>, string>> = {
  person: 'If a person has confirmed it, pass --by-hand.',
  steps: 'Start it with design-docs start; or pass --by-hand if a person has confirmed it.',
  evidence:
    'Run that, and pass --exit with its exit status and --tree with the output of "git rev-parse HEAD"; or pass --by-hand if a person has confirmed it.',
};

export const tick: Command = {
  name: 'tick',
  summary: 'Ticks the step or milestone on a line, with the evidence that it requires.',
  operands: { usage: 'FILE LINE', min: 2, max: 2 },
  options: [
    { name: 'undo', help: 'Untick it and remove its evidence.' },
    { name: 'exit', value: 'N', help: 'The exit status of the command that verifies the step.' },
    {
      name: 'tree',
      value: 'ID',
      help: 'The commit that the command ran on: the output of "git rev-parse HEAD".',
    },
    { name: 'by-hand', help: 'A person has confirmed it. No evidence is needed.' },
    templateOption,
    configOption,
  ],
  async run(session): Promise<0 | 1> {
    const { given, note } = session;
    const [file = '', row = ''] = given.operands;
    const line = wholeNumber(row, 'LINE', 1) - 1;
    const evidence = evidenceOf(given);
    const before = await analyzeFile(requestOf(session), file);
    const undo = given.options.has('undo');
    const byHand = given.options.has('by-hand');
    const change = undo
      ? reopenTask(before.analysis, line)
      : completeTask(before.analysis, line, { byHand, ...(evidence && { evidence }) });
    if (isRefused(change)) throw refusal(change);
    const after = applyTo(before, change.edits);
    const { plan } = after.analysis;
    say(session, after, line, undo ? 'open' : 'done', findTask(plan.milestones, line)?.title ?? '');
    for (const task of contradicted(plan, line)) {
      const place = `${after.path} ${task.line + 1}`;
      const advice = undo
        ? `is still ticked: design-docs tick ${place} --undo`
        : `has all its steps done, and can be ticked: design-docs tick ${place}`;
      note(printable(`"${task.title}" ${advice}`));
    }
    printNext(session, after);
    return 0;
  },
};

function evidenceOf(given: Arguments): Evidence | undefined {
  const [exit, tree] = [optionOf(given, 'exit'), optionOf(given, 'tree')];
  if (exit === undefined && tree === undefined) return undefined;
  if (exit === undefined || tree === undefined) {
    throw new UserError(
      'half-evidence',
      '--exit and --tree belong together: the exit status, and the commit that it is for.',
    );
  }
  return { exit: wholeNumber(exit, '--exit', 0), tree };
}

function refusal({ refused, needs }: Unproved): UserError {
  return new UserError('not-ticked', needs ? `${refused} ${ADVICE[needs]}` : refused);
}
