/** The nodes of the Plan view, and which of them an update makes stale. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Finding } from '../../core/analysis/check';
import type { Details } from '../../core/features/planDetails';
import { contradictions, planDetails } from '../../core/features/planDetails';
import type { PlanRow } from '../../core/features/planRows';
import { planRows, walkRows, withoutDone } from '../../core/features/planRows';
import { lookOf, lookUri } from './colors';
import { findingItem, nextItem, rowItem } from './item';

/** A row and its document. A row keeps the same node object as long as it exists. */
export interface PlanNode {
  readonly uri: vscode.Uri;
  readonly row: PlanRow;
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
  /** Everything that the row shows, serialized: an unchanged row is not refreshed. */
  readonly shown: string;
  /** The decoration, which changes without a redraw. */
  readonly look?: vscode.FileDecoration;
  readonly parent?: RowEntry;
  readonly below: RowEntry[];
}

/** Returns the existing node with an id, updated in place, or else the given node. */
type Keep = (id: string, node: TreeNode) => TreeNode;

const NO_DETAILS: Details = { forPeople: false, contradictions: [] };

/** Keeps one node object per row, since VS Code identifies rows by object. */
export class PlanTree {
  private entries = new Map<TreeNode, RowEntry>();
  private roots: readonly RowEntry[] = [];

  /** Sets the content of the tree, and returns the nodes to refresh. */
  update(content: RowContent | undefined): Stale {
    const before = new Map([...this.entries.values()].map((entry) => [entry.id, entry]));
    const rootsBefore = this.roots;
    this.roots = content ? this.entriesFor(content, before) : [];
    this.entries = new Map(flatten(this.roots).map((entry) => [entry.node, entry]));
    if (idsOf(rootsBefore) !== idsOf(this.roots)) return 'all';
    const nodes: TreeNode[] = [];
    // Changed nodes whose children are unchanged.
    const above: TreeNode[] = [];
    for (const entry of this.entries.values()) {
      const old = before.get(entry.id);
      if (!old || idsOf(old.below) !== idsOf(entry.below)) nodes.push(entry.node);
      else if (old.shown !== entry.shown) (entry.below.length > 0 ? above : nodes).push(entry.node);
    }
    return { nodes, above };
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
    if (entry?.look) item.resourceUri = lookUri(entry.id);
    return item;
  }

  /** The decorations of all rows, by the string of their `lookUri`. */
  looks(): ReadonlyMap<string, vscode.FileDecoration> {
    const all = [...this.entries.values()];
    return new Map(all.flatMap(({ id, look }) => (look ? [[lookUri(id).toString(), look]] : [])));
  }

  /** The milestone or step on a line. */
  nodeAt(line: number): PlanNode | undefined {
    // In reverse, so that the first row, which leads to another row, comes last.
    const nodes = flatten([...this.roots].reverse()).map(({ node }) => node);
    return nodes.filter(isPlanNode).find(({ row }) => row.line === line);
  }

  private entriesFor(
    { uri, analysis, hideDone }: RowContent,
    before: ReadonlyMap<string, RowEntry>,
  ): RowEntry[] {
    const details = planDetails(analysis);
    const all = planRows(analysis.plan);
    const place = uri.toString();
    const lines = new Set([...walkRows(all)].map(({ line }) => line));
    // VS Code identifies rows by object, so the existing node is updated in place.
    const keep: Keep = (id, node) => Object.assign(before.get(id)?.node ?? node, node);
    const rowEntry = (row: PlanRow, parent?: RowEntry): RowEntry => {
      // A row gets another id with its first child; otherwise VS Code would keep it collapsed, as it was without
      // children.
      const id = `${place}\n${row.id}${row.rows.length > 0 ? '+' : ''}`;
      const shown = { row, details: details.get(row.line) ?? NO_DETAILS, hasRows: row.rows.length > 0 };
      const entry: RowEntry = {
        id,
        node: keep(id, { uri, row }),
        item: () => rowItem(shown),
        shown: JSON.stringify([{ ...row, line: 0, rows: [] }, shown.details]),
        look: lookOf(row, shown.details),
        ...(parent && { parent }),
        below: [],
      };
      entry.below.push(...row.rows.map((below) => rowEntry(below, entry)));
      return entry;
    };
    const next = [...walkRows(all)].find(({ line }) => details.get(line)?.next);
    const loose = contradictions(analysis).filter(({ range }) => !lines.has(range.start.line));
    return [
      ...(next ? [nextEntry(keep, { uri, row: next }, details.get(next.line) ?? NO_DETAILS)] : []),
      ...loose.map((finding) => findingEntry(keep, { uri, finding })),
      ...(hideDone ? withoutDone(all) : all).map((row) => rowEntry(row)),
    ];
  }
}

function nextEntry(keep: Keep, { uri, row }: PlanNode, details: Details): RowEntry {
  const id = `${uri.toString()}\nnext`;
  const shown = JSON.stringify([row.title, row.done, details]);
  const item = (): vscode.TreeItem => nextItem({ row, details, hasRows: false });
  return { id, node: keep(id, { uri, row }), item, shown, below: [] };
}

function findingEntry(keep: Keep, { uri, finding }: FindingNode): RowEntry {
  const { message, range } = finding;
  const id = `${uri.toString()}\nfinding ${range.start.line} ${message}`;
  return {
    id,
    node: keep(id, { uri, finding }),
    item: () => findingItem(message),
    shown: message,
    below: [],
  };
}

function flatten(entries: readonly RowEntry[]): RowEntry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.below)]);
}

function idsOf(entries: readonly RowEntry[]): string {
  return JSON.stringify(entries.map(({ id }) => id));
}
