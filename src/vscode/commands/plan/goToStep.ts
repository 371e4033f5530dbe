import * as vscode from 'vscode';
import { property } from '../../documents/commandArguments';
import type { GroupNode, MoreNode, TreeNode } from '../../plan/nodes';
import { rowFor } from '../../planActions/pick';
import { revealLine } from '../../planActions/reveal';
import type { Services } from '../../services/services';
import type { Command } from '../command';
import { checkReady } from '../review/checkReady';

/**
 * Goes to the line of a row of the Plan view. With `preserveFocus`, shows the line without moving the focus there. A group
 * opens or closes, and what a group leaves out is shown where all of it is.
 */
export const goToStep: Command = async (services, argument, options) => {
  const preserveFocus = property(options, 'preserveFocus') === true;
  const node = argument ?? (await services.plan.settledNode());
  if (property(node, 'group') !== undefined) {
    if (property(node, 'total') === 0) await showAll(services, node as GroupNode);
    else await vscode.commands.executeCommand('list.toggleExpand');
    return;
  }
  if (property(node, 'more') !== undefined) {
    await showAll(services, node as MoreNode);
    return;
  }
  const line = lineIn(node as TreeNode | undefined);
  const row = line === undefined ? await rowFor(services, node) : undefined;
  const uri = row?.uri ?? (line === undefined ? undefined : (node as TreeNode).uri);
  if (uri) await revealLine(uri, line ?? row?.row.line ?? 0, { preserveFocus });
};

/** The line of a row that is no task; undefined for tasks, which may have moved. */
function lineIn(node: TreeNode | undefined): number | undefined {
  if (typeof node !== 'object') return undefined;
  if ('finding' in node) return node.finding.range.start.line;
  if ('item' in node) return node.item.range.start.line;
  if ('comment' in node) return (node.comment.anchor.range ?? node.comment.range).start.line;
  return undefined;
}

async function showAll(services: Services, node: GroupNode | MoreNode): Promise<void> {
  const group = 'more' in node ? node.of : node.group;
  if (group === 'review') await checkReady(services, { uri: node.uri });
  else await vscode.commands.executeCommand('workbench.actions.view.problems');
}
