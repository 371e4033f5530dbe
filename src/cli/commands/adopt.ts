/** `adopt`: takes the tasks of another plan into a design doc. */

import { isRefused } from '../../core/plan/change';
import { adoptPlan } from '../../core/planEdits/adopt';
import { UserError } from '../../core/text/userError';
import { analyzeFile } from '../../node/check/analyzeFiles';
import type { Command } from '../command';
import { applyTo, openCurrent, printNext, say } from './changing';
import { configOption, requestOf, templateOption, versionOption } from './options';

export const adopt: Command = {
  name: 'adopt',
  summary: 'Takes the tasks of another plan, such as one of Kiro, Spec Kit or OpenSpec, into a design doc.',
  operands: {
    usage: 'FILE PLAN',
    min: 2,
    max: 2,
    hint: 'PLAN is the file with the tasks, which stays as it is.',
  },
  options: [versionOption, templateOption, configOption],
  async run(session): Promise<0 | 1> {
    const [file = '', other = ''] = session.given.operands;
    const before = await openCurrent(session, file);
    const source = await analyzeFile(requestOf(session), other);
    if (source.file === before.file) {
      throw new UserError(
        'same-file',
        'FILE and PLAN are the same file. Name the file with the tasks second.',
      );
    }
    const change = adoptPlan(before.analysis, source.analysis);
    if (isRefused(change)) throw new UserError('not-adopted', change.refused);
    const after = applyTo(before, change.edits);
    const { milestones } = after.analysis.plan;
    for (const { line, title } of milestones.slice(-source.analysis.plan.milestones.length)) {
      say(session, after, line, 'added', title);
    }
    printNext(session, after);
    return 0;
  },
};
