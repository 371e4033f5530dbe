/** `plan`: shows the milestones and steps of a document. */

import * as path from 'node:path';
import { analyze } from '../../core/analysis';
import { UserError } from '../../core/errors';
import { planJson } from '../../core/json';
import type { Milestone, Plan, Step } from '../../core/plan/plan';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { environmentOf, surroundings } from '../environment';
import { kindOf, readText } from '../files';
import { openLibrary } from '../templates';
import { printable } from '../wording';
import { openWorkspace, shownPath } from '../workspace';
import { formatOption, templateOption } from './options';

export const plan: Command = {
  name: 'plan',
  summary: 'Shows the plan of a design doc: milestones, steps, and how many of them are done.',
  operands: { usage: 'FILE', min: 1, max: 1 },
  options: [formatOption, templateOption],
  run({ cwd, given, print, note }) {
    const [named = ''] = given.operands;
    const file = path.resolve(cwd, named);
    if (kindOf(file) !== 'file') throw new UserError('no-such-file', `There is no file "${named}".`);
    const workspace = openWorkspace(cwd, note);
    const library = openLibrary(workspace, [file], optionOf(given, 'template'));
    const environment = environmentOf(workspace, library, file, surroundings(given, workspace));
    const read = analyze(readText(file), environment).plan;
    const shown = shownPath(workspace, file);
    if (optionOf(given, 'format') === 'json')
      print(JSON.stringify({ version: 1, ...planJson(shown, read) }, null, 2));
    else for (const line of planLines(shown, read)) print(printable(line));
    return 0;
  },
};

function planLines(shown: string, { done, total, milestones }: Plan): string[] {
  if (milestones.length === 0) return [`${shown}: no plan`];
  return [`${shown}: ${done} of ${total} tasks done`, '', ...milestones.flatMap(milestoneLines)];
}

function milestoneLines({ title, state, mark, done, total, steps }: Milestone): string[] {
  const box = mark ?? (state === 'done' ? 'x' : ' ');
  const counts = steps.length > 0 ? ` (${done}/${total})` : '';
  return [`[${box}] ${title}${counts}`, ...steps.flatMap((step) => stepLines(step, 1))];
}

function stepLines({ title, mark, steps }: Step, depth: number): string[] {
  return [
    `${'    '.repeat(depth)}[${mark}] ${title}`,
    ...steps.flatMap((step) => stepLines(step, depth + 1)),
  ];
}
