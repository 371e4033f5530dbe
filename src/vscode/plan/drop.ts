/** Drag and drop of rows in the Plan view. */

import * as vscode from 'vscode';
import { goalOfDrop } from '../../core/planEdits/move';
import { UserError } from '../../core/text/userError';
import { reportErrors } from '../messages/reportError';
import type { Aim } from './move';
import type { PlanNode, TreeNode } from './nodes';
import { isTask } from './nodes';

const TYPE = 'application/vnd.code.tree.designdocs.plan';

/** Moves a milestone or step to the row on which it is dropped, within its document. */
export class PlanDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [TYPE];
  readonly dropMimeTypes = [TYPE];

  constructor(private readonly move: (node: PlanNode, aim: Aim) => Promise<void>) {}

  handleDrag(nodes: readonly TreeNode[], transfer: vscode.DataTransfer): void {
    // Copies, since the nodes are updated in place if the document changes before the drop.
    const dragged = nodes.filter(isTask).map((node) => ({ ...node }));
    if (dragged.length > 0) transfer.set(TYPE, new vscode.DataTransferItem(dragged));
  }

  async handleDrop(target: TreeNode | undefined, transfer: vscode.DataTransfer): Promise<void> {
    await reportErrors(this.drop(target, transfer.get(TYPE)?.value));
  }

  private async drop(target: TreeNode | undefined, dragged: unknown): Promise<void> {
    // What comes from another window is text. The rows of findings and of the next step are not dragged.
    const [source, ...others] = Array.isArray(dragged) ? (dragged as readonly PlanNode[]) : [];
    if (!source) {
      throw new UserError(
        'no-drop',
        vscode.l10n.t('Only a milestone or step of this view can be moved here.'),
      );
    }
    if (others.length > 0) {
      throw new UserError('no-drop', vscode.l10n.t('Move one milestone or step at a time.'));
    }
    if (!target || !isTask(target)) {
      throw new UserError('no-drop', vscode.l10n.t('Drop it on a milestone or step of the plan.'));
    }
    if (source.uri.toString() !== target.uri.toString()) {
      throw new UserError('no-drop', vscode.l10n.t('It can only be moved within its own document.'));
    }
    const { row } = target;
    await this.move(source, (analysis, { line }, find) => {
      const onto = find(row);
      return goalOfDrop(analysis, line, onto?.line ?? -1);
    });
  }
}
