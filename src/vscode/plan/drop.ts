/** Drag and drop of rows in the Plan view. */

import * as vscode from 'vscode';
import { goalOfDrop } from '../../core/plan/move';
import { reportErrors } from '../messages/reportError';
import type { Aim } from './move';
import type { PlanNode, TreeNode } from './tree';
import { isPlanNode } from './tree';

const TYPE = 'application/vnd.code.tree.designdocs.plan';

/** Moves a milestone or step to the row on which it is dropped, within its document. */
export class PlanDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [TYPE];
  readonly dropMimeTypes = [TYPE];

  constructor(private readonly move: (node: PlanNode, aim: Aim) => Promise<void>) {}

  handleDrag(nodes: readonly TreeNode[], transfer: vscode.DataTransfer): void {
    // Copies, since the nodes are updated in place if the document changes before the drop.
    const dragged = nodes.filter(isPlanNode).map((node) => ({ ...node }));
    transfer.set(TYPE, new vscode.DataTransferItem(dragged));
  }

  async handleDrop(target: TreeNode | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const [source] = (transfer.get(TYPE)?.value ?? []) as readonly PlanNode[];
    if (!source || !target || !isPlanNode(target)) return;
    if (source.uri.toString() !== target.uri.toString()) return;
    const { row } = target;
    await reportErrors(
      this.move(source, (analysis, { line }, find) => {
        const onto = find(row);
        return onto && goalOfDrop(analysis, line, onto.line);
      }),
    );
  }
}
