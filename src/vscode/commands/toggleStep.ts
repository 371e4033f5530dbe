import * as vscode from 'vscode';
import { property } from '../documents/commandArguments';
import { isTickable } from '../plan/edits';
import { rowFor } from '../planActions/pick';
import type { Command } from './command';

/**
 * Ticks a step or takes the tick back: the row selected in the plan view, or the step that an argument names
 * by `uri` and `line`, and by `title` if the text may have moved. `done` sets a state instead of toggling.
 */
export const toggleStep: Command = async (services, argument) => {
  const node = await rowFor(services, argument);
  if (node === undefined) return;
  if (!isTickable(node.row)) {
    // A milestone that is a heading has no box. The key that would tick does what it does in other trees.
    if (argument === undefined) await vscode.commands.executeCommand('list.toggleExpand');
    return;
  }
  const done = property(argument, 'done');
  await services.plan.tick(node, typeof done === 'boolean' ? done : undefined);
};
