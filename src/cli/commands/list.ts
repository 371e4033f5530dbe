/** `list`: the design docs of the workspace, with stage and progress. */

import type { ListedJson } from '../../core/json/documents';
import { listedJson } from '../../core/json/documents';
import { checkFiles } from '../../node/check/checkFiles';
import { count, printable } from '../../node/program/messages';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { cacheOption, configOption, formatOption, requestOf } from './options';

export const list: Command = {
  name: 'list',
  summary: 'Lists the design docs of the workspace: stage, progress of the plan, title, warnings.',
  operands: { usage: '', min: 0, max: 0 },
  options: [formatOption, configOption, cacheOption],
  async run(session): Promise<0> {
    const documents: ListedJson[] = [];
    for await (const { path, summary } of checkFiles(requestOf(session), [])) {
      documents.push(listedJson(path, summary));
    }
    if (optionOf(session.given, 'format') === 'json') {
      session.print(JSON.stringify({ version: 1, documents }, null, 2));
      return 0;
    }
    const width = Math.max(0, ...documents.map(({ path }) => path.length));
    for (const document of documents) session.print(printable(line(document, width)));
    if (documents.length === 0) session.note('No design docs found. design-docs new writes one.');
    return 0;
  },
};

function line({ path, title, stage, done, total, warnings }: ListedJson, width: number): string {
  const progress = total > 0 ? `${done}/${total}` : '–';
  const end = warnings > 0 ? ` (${count(warnings, 'warning')})` : '';
  return `${path.padEnd(width)}  ${stage.padEnd(13)}  ${progress.padStart(5)}  ${title}${end}`;
}
