/** `list`: the design docs of the workspace, with stage and progress. */

import { groupByFormat, groupByTemplate } from '../../core/discovery/groups';
import type { ListedJson } from '../../core/json/documents';
import type { FoundDocument } from '../../core/listing/workspaceDocuments';
import { workspaceDocuments } from '../../core/listing/workspaceDocuments';
import { checkFiles } from '../../node/check/checkFiles';
import { count, printable } from '../../node/program/messages';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { groupLine } from '../groups';
import { noteNothing } from '../nothing';
import { cacheOption, configOption, formatOption, requestOf } from './options';

export const list: Command = {
  name: 'list',
  summary:
    'Lists the design docs of the workspace by template, and the plans of other tools: stage, progress of the plan, title, warnings.',
  operands: { usage: '', min: 0, max: 0 },
  options: [formatOption, configOption, cacheOption],
  async run(session): Promise<0> {
    const request = requestOf(session);
    const found: FoundDocument[] = [];
    for await (const { path, summary } of checkFiles(request, [], { plans: true }))
      found.push({ path, summary });
    const documents = workspaceDocuments(found);
    if (optionOf(session.given, 'format') === 'json') {
      session.print(JSON.stringify({ version: 1, documents }, null, 2));
      return 0;
    }
    const width = Math.max(0, ...documents.map(({ path }) => path.length));
    for (const group of groupByTemplate(documents)) {
      session.print(printable(groupLine(group)));
      for (const document of group.documents) session.print(printable(`  ${line(document, width)}`));
    }
    for (const [tool, plans] of groupByFormat(documents)) {
      session.print(`${tool}: ${count(plans.length, 'plan')}`);
      for (const plan of plans) session.print(printable(`  ${line(plan, width)}`));
    }
    if (documents.length === 0) await noteNothing(request);
    return 0;
  },
};

function line({ path, title, stage, done, total, warnings }: ListedJson, width: number): string {
  const progress = total > 0 ? `${done}/${total}` : '–';
  const end = warnings > 0 ? ` (${count(warnings, 'warning')})` : '';
  return `${path.padEnd(width)}  ${stage.padEnd(13)}  ${progress.padStart(5)}  ${title}${end}`;
}
