/** The entries of the Plan view's groups: what is to do before a review, and the findings. */

import type * as vscode from 'vscode';
import type { Work, Worklist } from '../../core/features/worklist';
import type { GroupName, GroupNode, ItemNode, Keep, MoreNode, RowEntry, ShownGroup } from './nodes';

/** The entries of the groups that a document has: one that it has nothing for is left out. */
export function groupEntries(keep: Keep, uri: vscode.Uri, { review, findings }: Work): RowEntry[] {
  const groups: RowEntry[] = [];
  if (review) {
    const { questions, asksGit } = review;
    groups.push(groupEntry(keep, uri, { name: 'review', total: review.total, questions, asksGit }, review));
  }
  if (findings.total > 0) {
    groups.push(groupEntry(keep, uri, { name: 'findings', total: findings.total }, findings));
  }
  return groups;
}

function groupEntry(keep: Keep, uri: vscode.Uri, group: ShownGroup, list: Worklist): RowEntry {
  // VS Code keeps a row collapsed that had no children, so one that gets some is another row.
  const id = `${uri.toString()}\ngroup ${group.name}${list.total > 0 ? '+' : ''}`;
  const node: GroupNode = { uri, group: group.name, total: list.total };
  const entry: RowEntry = { id, node: keep(id, node), group, below: [] };
  for (const item of list.items) {
    const below: ItemNode = { uri, item };
    const itemId = `${id} ${item.id}`;
    entry.below.push({ id: itemId, node: keep(itemId, below), parent: entry, below: [] });
  }
  const more = list.total - list.items.length;
  if (more > 0) entry.below.push(moreEntry(keep, uri, entry, group.name, more));
  return entry;
}

function moreEntry(keep: Keep, uri: vscode.Uri, parent: RowEntry, group: GroupName, more: number): RowEntry {
  const id = `${parent.id} more ${more}`;
  const node: MoreNode = { uri, more, of: group };
  return { id, node: keep(id, node), parent, below: [] };
}
