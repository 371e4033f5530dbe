/** The rows of the Plan view as VS Code asks for them, and which of them have become others. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Finding } from '../../core/analysis/check';
import type { Details } from '../../core/features/planDetails';
import { contradictions, planDetails } from '../../core/features/planDetails';
import type { PlanRow } from '../../core/features/planRows';
import { planRows, walkRows, withoutDone } from '../../core/features/planRows';
import { lookOf, lookUri } from './colors';
import { findingItem, nextItem, rowItem } from './item';

/** A row and the document that it belongs to. It stays the same object for as long as the row is there. */
export interface PlanNode {
  readonly uri: vscode.Uri;
  readonly row: PlanRow;
}

/** A finding about the plan that stands on no row. */
export interface FindingNode {
  readonly uri: vscode.Uri;
  readonly finding: Finding;
}

export type TreeNode = PlanNode | FindingNode;

/** Nodes whose rows have become others; all of them where the outermost ones have. */
export type Stale = { readonly nodes: readonly TreeNode[]; readonly above: readonly TreeNode[] } | 'all';

/** True for a milestone or step, and for the row at the top that leads to one. */
export function isPlanNode(node: TreeNode): node is PlanNode {
  return 'row' in node;
}

/** What the tree is made of. */
export interface RowContent {
  readonly uri: vscode.Uri;
  readonly analysis: Analysis;
  readonly hideDone: boolean;
}

/** What a node shows. */
interface RowEntry {
  readonly id: string;
  readonly node: TreeNode;
  readonly item: () => vscode.TreeItem;
  /** All that the row shows, to leave it alone while other rows change. */
  readonly shown: string;
  /** What it shows without being drawn anew. */
  readonly look?: vscode.FileDecoration;
  readonly parent?: RowEntry;
  readonly below: RowEntry[];
}

type Keep = (id: string, node: TreeNode) => TreeNode;

const NO_DETAILS: Details = { forPeople: false, contradictions: [] };

/** Keeps a node for each row: VS Code knows rows by these objects. */
export class PlanTree {
  private entries = new Map<TreeNode, RowEntry>();
  private roots: readonly RowEntry[] = [];

  /** Takes over what the tree is to show. Answers the nodes to ask for again, those over unchanged rows apart. */
  update(content: RowContent | undefined): Stale {
    const before = new Map([...this.entries.values()].map((entry) => [entry.id, entry]));
    const rootsBefore = this.roots;
    this.roots = content ? this.entriesFor(content, before) : [];
    this.entries = new Map(flatten(this.roots).map((entry) => [entry.node, entry]));
    if (idsOf(rootsBefore) !== idsOf(this.roots)) return 'all';
    const nodes: TreeNode[] = [];
    // Over the same rows as before, and not the same themselves.
    const above: TreeNode[] = [];
    for (const entry of this.entries.values()) {
      const old = before.get(entry.id);
      if (!old || idsOf(old.below) !== idsOf(entry.below)) nodes.push(entry.node);
      else if (old.shown !== entry.shown) (entry.below.length > 0 ? above : nodes).push(entry.node);
    }
    return { nodes, above };
  }

  /** The rows under a row, or the outermost ones. */
  children(node: TreeNode | undefined): TreeNode[] {
    const entries = node ? (this.entries.get(node)?.below ?? []) : this.roots;
    return entries.map((entry) => entry.node);
  }

  parent(node: TreeNode): TreeNode | undefined {
    return this.entries.get(node)?.parent?.node;
  }

  item(node: TreeNode): vscode.TreeItem {
    const entry = this.entries.get(node);
    const item = entry?.item() ?? new vscode.TreeItem('');
    if (entry) item.id = entry.id;
    if (entry?.look) item.resourceUri = lookUri(entry.id);
    return item;
  }

  /** How rows look, by what VS Code asks by. */
  looks(): ReadonlyMap<string, vscode.FileDecoration> {
    const all = [...this.entries.values()];
    return new Map(all.flatMap(({ id, look }) => (look ? [[lookUri(id).toString(), look]] : [])));
  }

  /** The milestone or step on a line. */
  nodeAt(line: number): PlanNode | undefined {
    // From the end, where the row at the top that leads to another one is the last.
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
    // The object that VS Code knows takes on the row as it is now.
    const keep: Keep = (id, node) => Object.assign(before.get(id)?.node ?? node, node);
    const rowEntry = (row: PlanRow, parent?: RowEntry): RowEntry => {
      // A row that gets its first rows is another one to VS Code: else it would stay as folded as it was without any.
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
