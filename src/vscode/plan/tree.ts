/** The nodes of the Plan view, and which of them an update makes stale. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Finding } from '../../core/analysis/check';
import type { Details } from '../../core/features/planDetails';
import { contradictions, NO_DETAILS, planDetails } from '../../core/features/planDetails';
import type { PlanRow } from '../../core/features/planRows';
import { planRows, walkRows, withoutDone } from '../../core/features/planRows';
import { lookOf, lookUri } from './colors';
import type { ShownRow } from './item';
import { findingItem, nextItem, rowItem, tooltipOf } from './item';

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

/** A node of the Plan view. */
export type TreeNode = PlanNode | FindingNode;

/**
 * The nodes to refresh: `above` has changed nodes with unchanged children, and `nodes` the others; `all` if the
 * top-level rows changed.
 */
export type Stale = { readonly nodes: readonly TreeNode[]; readonly above: readonly TreeNode[] } | 'all';

/** True for a milestone or step, and for the first row, which leads to one. */
export function isPlanNode(node: TreeNode): node is PlanNode {
  return 'row' in node;
}

/** True for a row that stands for itself: a milestone or step, but not the link to the next one. */
export function isTask(node: TreeNode): node is PlanNode {
  return isPlanNode(node) && !node.link;
}

/** The content from which the tree is built. */
export interface RowContent {
  readonly uri: vscode.Uri;
  readonly analysis: Analysis;
  readonly hideDone: boolean;
}

/** A node with everything that it shows. */
interface RowEntry {
  readonly id: string;
  readonly node: TreeNode;
  readonly item: () => vscode.TreeItem;
  /** Everything that the row shows, unless that is part of its id: an unchanged row is not refreshed. */
  readonly shown?: ShownRow;
  /** The decoration, which changes without a redraw. */
  readonly look?: vscode.FileDecoration;
  readonly parent?: RowEntry;
  readonly below: RowEntry[];
}

/** Returns the existing node with an id, updated in place, or else the given node. */
type Keep = (id: string, node: TreeNode) => TreeNode;

/** Keeps one node object per row, since VS Code identifies rows by object. */
export class PlanTree {
  private entries = new Map<TreeNode, RowEntry>();
  private entriesById = new Map<string, RowEntry>();
  private roots: readonly RowEntry[] = [];

  /** Sets the content of the tree, and returns the nodes to refresh. */
  update(content: RowContent | undefined): Stale {
    const before = this.entriesById;
    const rootsBefore = this.roots;
    this.roots = content ? this.entriesFor(content, before) : [];
    this.entries = new Map();
    this.entriesById = new Map();
    this.index(this.roots);
    if (!sameRows(rootsBefore, this.roots)) return 'all';
    const nodes: TreeNode[] = [];
    // Changed nodes whose children are unchanged.
    const above: TreeNode[] = [];
    for (const entry of this.entries.values()) {
      const old = before.get(entry.id);
      if (!old || !sameRows(old.below, entry.below)) nodes.push(entry.node);
      else if (!sameShown(old.shown, entry.shown)) (entry.below.length > 0 ? above : nodes).push(entry.node);
    }
    return { nodes, above };
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
    const item = entry?.item() ?? new vscode.TreeItem('');
    if (entry) item.id = entry.id;
    if (entry && isTask(node)) item.resourceUri = lookUri(entry.id);
    return item;
  }

  /** The tooltip of a node, which is made when the pointer is on its row. */
  tooltip(node: TreeNode): vscode.MarkdownString | undefined {
    const shown = this.entries.get(node)?.shown;
    return shown && tooltipOf(shown.row, shown.details);
  }

  /** The decorations of the rows that have one, by the id of `lookUri`. */
  looks(): ReadonlyMap<string, vscode.FileDecoration> {
    const looks = new Map<string, vscode.FileDecoration>();
    for (const { id, look } of this.entries.values()) if (look) looks.set(id, look);
    return looks;
  }

  /** The milestone or step on a line. */
  nodeAt(line: number): PlanNode | undefined {
    for (const node of this.entries.keys()) {
      if (isTask(node) && node.row.line === line) return node;
    }
    return undefined;
  }

  private entriesFor(
    { uri, analysis, hideDone }: RowContent,
    before: ReadonlyMap<string, RowEntry>,
  ): RowEntry[] {
    const details = planDetails(analysis);
    const all = planRows(analysis.plan);
    const place = uri.toString();
    // VS Code identifies rows by object, so the existing node is updated in place.
    const keep: Keep = (id, node) => Object.assign(before.get(id)?.node ?? node, node);
    const rowEntry = (row: PlanRow, parent?: RowEntry): RowEntry => {
      // A row gets another id with its first child; otherwise VS Code would keep it collapsed, as it was without
      // children.
      const id = `${place}\n${row.id}${row.rows.length > 0 ? '+' : ''}`;
      const shown = { row, details: details.get(row.line) ?? NO_DETAILS, hasRows: row.rows.length > 0 };
      const look = lookOf(row, shown.details);
      const entry: RowEntry = {
        id,
        node: keep(id, { uri, row }),
        item: () => rowItem(shown),
        shown,
        ...(look && { look }),
        ...(parent && { parent }),
        below: [],
      };
      for (const below of row.rows) entry.below.push(rowEntry(below, entry));
      return entry;
    };
    const next = nextRow(all, details);
    const loose = contradictions(analysis).filter(({ range }) => !details.has(range.start.line));
    return [
      ...(next ? [nextEntry(keep, uri, next)] : []),
      ...loose.map((finding) => findingEntry(keep, { uri, finding })),
      ...(hideDone ? withoutDone(all) : all).map((row) => rowEntry(row)),
    ];
  }
}

function nextRow(rows: readonly PlanRow[], all: ReadonlyMap<number, Details>): ShownRow | undefined {
  for (const row of walkRows(rows)) {
    const details = all.get(row.line);
    if (details?.next) return { row, details, hasRows: false };
  }
  return undefined;
}

function nextEntry(keep: Keep, uri: vscode.Uri, shown: ShownRow): RowEntry {
  const id = `${uri.toString()}\nnext`;
  const node = keep(id, { uri, row: shown.row, link: true });
  return { id, node, item: () => nextItem(shown), shown, below: [] };
}

function findingEntry(keep: Keep, { uri, finding }: FindingNode): RowEntry {
  const { message, range } = finding;
  const id = `${uri.toString()}\nfinding ${range.start.line} ${message}`;
  return { id, node: keep(id, { uri, finding }), item: () => findingItem(message), below: [] };
}

function sameRows(a: readonly RowEntry[], b: readonly RowEntry[]): boolean {
  return a.length === b.length && a.every(({ id }, at) => id === b[at]?.id);
}

/** True if two rows look and sound the same. Their lines and the rows under them are not compared. */
function sameShown(a: ShownRow | undefined, b: ShownRow | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.hasRows !== b.hasRows || !sameTask(a.row, b.row)) return false;
  return a.details === b.details || JSON.stringify(a.details) === JSON.stringify(b.details);
}

function sameTask(a: PlanRow, b: PlanRow): boolean {
  return (
    a.title === b.title &&
    a.done === b.done &&
    a.mark === b.mark &&
    a.optional === b.optional &&
    a.position === b.position &&
    a.count === b.count &&
    a.progress?.state === b.progress?.state &&
    a.progress?.done === b.progress?.done &&
    a.progress?.total === b.progress?.total
  );
}
