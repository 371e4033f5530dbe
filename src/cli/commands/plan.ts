/** `plan`: shows the milestones and steps of a document. */

import { planJson } from '../../core/json/plans';
import type { Milestone, Plan } from '../../core/plan/plan';
import type { Step } from '../../core/plan/tasks';
import { analyzeFile } from '../../node/check/analyzeFiles';
import { printable } from '../../node/program/messages';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { formatOption, oneFile, requestOf, templateOption } from './options';

export const plan: Command = {
  name: 'plan',
  summary: 'Shows the plan of a design doc: milestones, steps and progress.',
  operands: oneFile,
  options: [formatOption, templateOption],
  async run(session): Promise<0 | 1> {
    const { path, analysis } = await analyzeFile(requestOf(session), session.given.operands[0] ?? '');
    const { plan: read } = analysis;
    if (optionOf(session.given, 'format') === 'json') {
      session.print(JSON.stringify({ version: 1, ...planJson(path, read) }, null, 2));
    } else for (const line of planLines(path, read)) session.print(printable(line));
    return 0;
  },
};

function planLines(shown: string, { done, total, milestones }: Plan): string[] {
  if (milestones.length === 0) return [`${shown}: no plan`];
  return [`${shown}: ${done} of ${total} tasks done`, '', ...milestones.flatMap(milestoneLines)];
}

function milestoneLines({ title, state, mark, done, total, optional, steps }: Milestone): string[] {
  const box = mark ?? (state === 'done' ? 'x' : ' ');
  const counts = steps.length > 0 ? ` (${done}/${total})` : '';
  return [`[${box}] ${title}${counts}${signOf(optional)}`, ...steps.flatMap((step) => stepLines(step, 1))];
}

function stepLines({ title, mark, optional, steps }: Step, depth: number): string[] {
  return [
    `${'    '.repeat(depth)}[${mark}] ${title}${signOf(optional)}`,
    ...steps.flatMap((step) => stepLines(step, depth + 1)),
  ];
}

function signOf(optional: true | undefined): string {
  return optional ? ' (optional)' : '';
}
