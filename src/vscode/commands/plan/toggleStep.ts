import * as vscode from 'vscode';
import { isTickable } from '../../../core/features/planRows';
import { property } from '../../documents/commandArguments';
import { isPlanNode } from '../../plan/nodes';
import { rowsFor } from '../../planActions/pick';
import { revealLine } from '../../planActions/reveal';
import { toggleRows } from '../../planActions/toggle';
import type { Command } from '../command';

/**
 * Ticks or unticks a step, or all selected ones as one edit: the row selected in the Plan view, or the step that an
 * argument identifies by `uri` and `line`, with `title` in case the line has moved. `done` sets a state instead of
 * toggling. The first row of the view is a link: it goes to its step, and never ticks it.
 */
export const toggleStep: Command = async (services, argument, selection) => {
  const selected = argument === undefined ? await services.plan.settledNode() : undefined;
  if (selected && !isPlanNode(selected) && services.plan.several.length < 2) {
    await vscode.commands.executeCommand('list.toggleExpand');
    return;
  }
  const nodes = await rowsFor(services, argument, selection);
  const [node] = nodes;
  if (node === undefined) return;
  if (nodes.length > 1) {
    await toggleRows(services, nodes);
    return;
  }
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
