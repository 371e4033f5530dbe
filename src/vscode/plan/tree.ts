/** The nodes of the Plan view, and which of them an update makes stale. */

import * as vscode from 'vscode';
import { decorationUri } from './decorations';
import type { RowContent } from './entries';
import { entriesFor, itemOf, sameGroup, sameRows, sameShown } from './entries';
import { tooltipOf } from './item';
import type { PlanNode, RowEntry, TreeNode } from './nodes';
import { isTask } from './nodes';

/**
 * The nodes to refresh: `above` has those whose refresh can wait, changed nodes with unchanged children and groups, and
 * `nodes` the others; `all` if the top-level rows changed. `allLater` if those changed only by a group, which can wait.
 */
export type Stale =
  | { readonly nodes: readonly TreeNode[]; readonly above: readonly TreeNode[]; readonly allLater: boolean }
  | 'all';

/** Keeps one node object per row, since VS Code identifies rows by object. */
export class PlanTree {
  private entries = new Map<TreeNode, RowEntry>();
  private entriesById = new Map<string, RowEntry>();
  private roots: readonly RowEntry[] = [];

  /** Sets the content of the tree, and returns the nodes to refresh. */
  update(content: RowContent | undefined): Stale {
    const before = this.entriesById;
    const rootsBefore = this.roots;
    this.roots = content ? entriesFor(content, before) : [];
    this.entries = new Map();
    this.entriesById = new Map();
    this.index(this.roots);
    const allLater = !sameRows(rootsBefore, this.roots);
    if (allLater && !sameRows(withoutGroups(rootsBefore), withoutGroups(this.roots))) return 'all';
    const nodes: TreeNode[] = [];
    // Changed nodes whose children are unchanged.
    const above: TreeNode[] = [];
    for (const entry of this.entries.values()) {
      const old = before.get(entry.id);
      if (entry.group) {
        if (old && !(sameGroup(old, entry) && sameRows(old.below, entry.below))) above.push(entry.node);
        continue;
      }
      // The items of a group say in their ids what they show, and come with their group.
      if (entry.parent?.group) continue;
      if (!old || !sameRows(old.below, entry.below)) nodes.push(entry.node);
      else if (!sameShown(old.shown, entry.shown)) (entry.below.length > 0 ? above : nodes).push(entry.node);
    }
    return { nodes, above, allLater };
  }

  private index(entries: readonly RowEntry[]): void {
    for (const entry of entries) {
      this.entries.set(entry.node, entry);
      this.entriesById.set(entry.id, entry);
      this.index(entry.below);
    }
  }

  /** The children of a node, or the top-level nodes. */
  children(node: TreeNode | undefined): TreeNode[] {
    const entries = node ? (this.entries.get(node)?.below ?? []) : this.roots;
    return entries.map((entry) => entry.node);
  }

  /** True while the tree has the row. */
  has(node: TreeNode): boolean {
    return this.entries.has(node);
  }

  /** The parent of a node; undefined at the top level. */
  parent(node: TreeNode): TreeNode | undefined {
    return this.entries.get(node)?.parent?.node;
  }

  /** The tree item of a node; an empty one if the node no longer exists. */
  item(node: TreeNode): vscode.TreeItem {
    const entry = this.entries.get(node);
    if (!entry) return new vscode.TreeItem('');
    const item = itemOf(entry);
    item.id = entry.id;
    if (isTask(node)) item.resourceUri = decorationUri(entry.id);
    return item;
  }

  /** The tooltip of a node, which is made when the pointer is on its row. */
  tooltip(node: TreeNode): vscode.MarkdownString | undefined {
    const shown = this.entries.get(node)?.shown;
    return shown && tooltipOf(shown.row, shown.details);
  }

  /** The decorations of the rows that have one, by the id of `decorationUri`. */
  decorations(): ReadonlyMap<string, vscode.FileDecoration> {
    const decorations = new Map<string, vscode.FileDecoration>();
    for (const { id, decoration } of this.entries.values()) if (decoration) decorations.set(id, decoration);
    return decorations;
  }

  /** The milestone or step on a line. */
  nodeAt(line: number): PlanNode | undefined {
    for (const node of this.entries.keys()) {
      if (isTask(node) && node.row.line === line) return node;
    }
    return undefined;
  }
}

function withoutGroups(entries: readonly RowEntry[]): RowEntry[] {
  return entries.filter(({ group }) => !group);
}
