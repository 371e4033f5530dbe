/** The nodes of the Plan view. */

import type * as vscode from 'vscode';
import type { Finding } from '../../core/analysis/check';
import type { Comment } from '../../core/comments/comment';
import type { PlanRow } from '../../core/features/planRows';
import type { WorkItem } from '../../core/features/worklist';
import type { ShownRow } from './item';

/** A row and its document. A row keeps the same node object as long as it exists. */
export interface PlanNode {
  readonly uri: vscode.Uri;
  readonly row: PlanRow;
  /** True for the first row, a link to the milestone or step that is next. */
  readonly link?: true;
}

/** A finding about the plan that belongs to no row. */
export interface FindingNode {
  readonly uri: vscode.Uri;
  readonly finding: Finding;
}

/** An open review comment. */
export interface CommentNode {
  readonly uri: vscode.Uri;
  readonly comment: Comment;
}

/** A group: what is to do before a review, or the findings. */
export type GroupName = 'review' | 'findings';

/** What the row of a group shows. */
export interface ShownGroup {
  readonly name: GroupName;
  readonly total: number;
  /** The questions of a review that only a person answers. */
  readonly questions?: number;
  /** True if git has to be asked before a draft is known to be ready. */
  readonly asksGit?: boolean;
}

/** The row of a group. */
export interface GroupNode {
  readonly uri: vscode.Uri;
  readonly group: GroupName;
  /** The number of things to do. */
  readonly total: number;
}

/** One thing to do, in a group. */
export interface ItemNode {
  readonly uri: vscode.Uri;
  readonly item: WorkItem;
}

/** The number of items that a group leaves out. */
export interface MoreNode {
  readonly uri: vscode.Uri;
  readonly more: number;
  readonly of: GroupName;
}

/** A node of the Plan view. */
export type TreeNode = PlanNode | FindingNode | CommentNode | GroupNode | ItemNode | MoreNode;

/** True for a milestone or step, and for the first row, which leads to one. */
export function isPlanNode(node: TreeNode): node is PlanNode {
  return 'row' in node;
}

/** True for a row that stands for itself: a milestone or step, but not the link to the next one. */
export function isTask(node: TreeNode): node is PlanNode {
  return isPlanNode(node) && !node.link;
}

/**
 * A node with everything that it shows. It holds no function: the scope of one would keep the entries of the update
 * before, and so of all updates.
 */
export interface RowEntry {
  readonly id: string;
  readonly node: TreeNode;
  /** Everything that the row shows, unless that is part of its id: an unchanged row is not refreshed. */
  readonly shown?: ShownRow;
  /** The same of a group. */
  readonly group?: ShownGroup;
  /** The decoration, which changes without a redraw. */
  readonly decoration?: vscode.FileDecoration;
  readonly parent?: RowEntry;
  readonly below: RowEntry[];
}

/** Returns the existing node with an id, updated in place, or else the given node. */
export type Keep = (id: string, node: TreeNode) => TreeNode;
