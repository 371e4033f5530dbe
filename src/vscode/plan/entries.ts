/** The rows of the Plan view, each with everything that it shows. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { readComments } from '../../core/comments/read';
import type { Details } from '../../core/features/planDetails';
import { contradictions, NO_DETAILS, planDetails } from '../../core/features/planDetails';
import type { PlanRow } from '../../core/features/planRows';
import { planRows, walkRows, withoutDone } from '../../core/features/planRows';
import type { Work } from '../../core/features/worklist';
import { localized } from '../localization/localized';
import { decorationOf } from './decorations';
import type { ShownRow } from './item';
import { commentItem, findingItem, nextItem, rowItem } from './item';
import type { CommentNode, FindingNode, Keep, RowEntry } from './nodes';
import { isPlanNode } from './nodes';
import { groupEntries } from './workEntries';
import { groupItem, moreItem, workItem } from './workItems';

/** The content from which the tree is built. */
export interface RowContent {
  readonly uri: vscode.Uri;
  readonly analysis: Analysis;
  readonly hideDone: boolean;
  readonly work: Work;
}

/**
 * Of a plan with more tasks, only the milestones under way are expanded at first: VS Code fetches every row that is
 * expanded before it draws one, which takes ten seconds for 25,000 rows.
 */
const MAX_EXPANDED = 500;

/** The entries of the top-level rows, with those below them; `before` are all entries by id as they were. */
export function entriesFor(
  { uri, analysis, hideDone, work }: RowContent,
  before: ReadonlyMap<string, RowEntry>,
): RowEntry[] {
  const details = planDetails(analysis);
  const all = planRows(analysis.plan);
  const place = uri.toString();
  const isLong = analysis.plan.total > MAX_EXPANDED;
  // VS Code identifies rows by object, so the existing node is updated in place.
  const keep: Keep = (id, node) => Object.assign(before.get(id)?.node ?? node, node);
  const rowEntry = (row: PlanRow, parent?: RowEntry): RowEntry => {
    // A row gets another id with its first child; otherwise VS Code would keep it collapsed, as it was without
    // children.
    const id = `${place}\n${row.id}${row.rows.length > 0 ? '+' : ''}`;
    const shown = {
      row,
      details: details.get(row.line) ?? NO_DETAILS,
      hasRows: row.rows.length > 0,
      isCollapsed: isLong && row.progress !== undefined && row.progress.state !== 'started',
    };
    const decoration = decorationOf(row, shown.details);
    const entry: RowEntry = {
      id,
      node: keep(id, { uri, row }),
      shown,
      ...(decoration && { decoration }),
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
    ...groupEntries(keep, uri, work),
    ...(hideDone ? withoutDone(all) : all).map((row) => rowEntry(row)),
    ...readComments(analysis.document)
      .filter(({ state }) => state === 'open')
      .map((comment) => commentEntry(keep, { uri, comment })),
  ];
}

/** The tree item of an entry. */
export function itemOf({ node, shown, group }: RowEntry): vscode.TreeItem {
  if (group) return groupItem(group);
  if ('comment' in node) return commentItem(node.comment);
  if ('item' in node) return workItem(node.item);
  if ('more' in node) return moreItem(node);
  if ('finding' in node) return findingItem(localized(node.finding.said));
  if (!shown || !isPlanNode(node)) return new vscode.TreeItem('');
  return node.link ? nextItem(shown) : rowItem(shown);
}

function nextRow(rows: readonly PlanRow[], all: ReadonlyMap<number, Details>): ShownRow | undefined {
  for (const row of walkRows(rows)) {
    const details = all.get(row.line);
    if (details?.next) return { row, details, hasRows: false, isCollapsed: false };
  }
  return undefined;
}

function nextEntry(keep: Keep, uri: vscode.Uri, shown: ShownRow): RowEntry {
  const id = `${uri.toString()}\nnext`;
  const node = keep(id, { uri, row: shown.row, link: true });
  return { id, node, shown, below: [] };
}

function findingEntry(keep: Keep, { uri, finding }: FindingNode): RowEntry {
  const { message, range } = finding;
  const id = `${uri.toString()}\nfinding ${range.start.line} ${message}`;
  return { id, node: keep(id, { uri, finding }), below: [] };
}

function commentEntry(keep: Keep, { uri, comment }: CommentNode): RowEntry {
  const { author, text, replies } = comment;
  // What the row shows is part of its id.
  const id = `${uri.toString()}\ncomment ${JSON.stringify([comment.id, author, text, replies])}`;
  return { id, node: keep(id, { uri, comment }), below: [] };
}

/** True if two lists have the same rows. */
export function sameRows(a: readonly RowEntry[], b: readonly RowEntry[]): boolean {
  return a.length === b.length && a.every(({ id }, at) => id === b[at]?.id);
}

/** True if two rows look and sound the same. Their lines and the rows under them are not compared. */
export function sameShown(a: ShownRow | undefined, b: ShownRow | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.hasRows !== b.hasRows || !sameTask(a.row, b.row)) return false;
  return a.details === b.details || JSON.stringify(a.details) === JSON.stringify(b.details);
}

/** True if two rows of groups look and sound the same. */
export function sameGroup(a: RowEntry, b: RowEntry): boolean {
  return JSON.stringify(a.group) === JSON.stringify(b.group);
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
