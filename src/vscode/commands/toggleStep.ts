import * as vscode from 'vscode';
import { property } from '../documents/commandArguments';
import { isTickable } from '../plan/edits';
import { rowFor } from '../planActions/pick';
import { revealLine } from '../planActions/reveal';
import type { Command } from './command';

/**
 * Ticks or unticks a step: the row selected in the Plan view, or the step that an argument identifies by `uri` and
 * `line`, with `title` in case the line has moved. `done` sets a state instead of toggling. The first row of the view is
 * a link: it goes to its step, and never ticks it.
 */
export const toggleStep: Command = async (services, argument) => {
  const node = await rowFor(services, argument);
  if (node === undefined) return;
  if (node.link) {
    await revealLine(node.uri, node.row.line, { preserveFocus: true });
    return;
  }
  if (!isTickable(node.row)) {
    // A heading as a milestone has no box. The key then expands or collapses the row, as in other trees.
    if (argument === undefined) await vscode.commands.executeCommand('list.toggleExpand');
    return;
  }
  const done = property(argument, 'done');
  await services.plan.tick(node, typeof done === 'boolean' ? done : undefined);
};
