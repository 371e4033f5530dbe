import * as vscode from 'vscode';
import { UserError } from '../../core/errors';
import { planRows, walkRows } from '../../core/plan/rows';
import { isTickable } from '../planEdits';
import type { PlanNode } from '../planView';
import type { Services } from '../services';
import { property, readUri, textProperty } from './arguments';
import type { Command } from './command';

/**
 * Ticks a step or takes the tick back: the row selected in the plan view, or the step that an argument names
 * by `uri` and `line`, and by `title` if the text may have moved. `done` sets a state instead of toggling.
 */
export const toggleStep: Command = {
  id: 'designDocs.toggleStep',
  async run(services, argument) {
    const node = argument === undefined ? services.plan.selected : await readNode(services, argument);
    if (node === undefined) return;
    if (!isTickable(node.row)) {
      // A milestone that is a heading has no box. The key that would tick does what it does in other trees.
      if (argument === undefined) await vscode.commands.executeCommand('list.toggleExpand');
      return;
    }
    const done = property(argument, 'done');
    await services.plan.tick(node, typeof done === 'boolean' ? done : undefined);
  },
};

async function readNode({ analyses }: Services, argument: unknown): Promise<PlanNode> {
  const uri = readUri(property(argument, 'uri'));
  const line = property(argument, 'line');
  const title = textProperty(argument, 'title');
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  const analysis = document && analyses.of(document);
  const rows = analysis ? [...walkRows(planRows(analysis.plan))] : [];
  const titled = rows.filter((row) => title === undefined || row.title === title);
  const [only, ...others] = title === undefined ? [] : titled;
  const row = titled.find((candidate) => candidate.line === line) ?? (others.length === 0 ? only : undefined);
  if (uri === undefined || row === undefined) {
    const message = vscode.l10n.t('There is no step to tick on that line any more.');
    throw new UserError('stale-step', message);
  }
  return { uri, row };
}
