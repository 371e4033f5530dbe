/** Filters, sorts and groups a list of documents. */

import { folderOf } from '../text/paths';
import type { WorkspaceDocument } from './workspaceDocuments';

/** What the documents of a group have in common. */
export const GROUPINGS = ['stage', 'template', 'folder'] as const;
/** What the documents of a group are sorted by. */
export const ORDERS = ['number', 'title', 'progress', 'findings'] as const;
/** Which documents are listed: all, those that are not settled, or those with warnings. */
export const SELECTIONS = ['all', 'open', 'warnings'] as const;

/** How a list of documents is arranged. */
export interface Arrangement {
  readonly grouping: (typeof GROUPINGS)[number];
  readonly order: (typeof ORDERS)[number];
  readonly selection: (typeof SELECTIONS)[number];
}

/** Documents that have something in common. */
export interface DocumentGroup<T> {
  /** The stage, the name of the template, or the path of the folder. */
  readonly key: string;
  /** The documents are plans of the tool that `key` names, in a list by stage or template. */
  readonly isOther: boolean;
  readonly documents: readonly T[];
}

/** The stages in the order of a list: what is worked on comes first, what is given up last. */
export const STAGES = [
  'progress',
  'draft',
  'unknown',
  'merged',
  'finished',
  'reference',
  'retrospective',
  'dead',
];
const OPEN = new Set(['progress', 'draft', 'unknown']);

/** The groups of the selected documents, none of them empty. */
export function arrange<T extends WorkspaceDocument>(
  documents: readonly T[],
  { grouping, order, selection }: Arrangement,
): DocumentGroup<T>[] {
  const groups = new Map<string, { key: string; isOther: boolean; documents: T[] }>();
  for (const document of documents.filter((one) => isSelected(one, selection))) {
    const isOther = grouping !== 'folder' && document.template === null;
    const key = isOther ? (document.planFormat ?? '') : keyOf(document, grouping);
    const id = JSON.stringify([isOther, key]);
    const group = groups.get(id) ?? { key, isOther, documents: [] };
    groups.set(id, group);
    group.documents.push(document);
  }
  for (const group of groups.values()) group.documents.sort((a, b) => compareBy(order, a, b));
  return [...groups.values()].sort((a, b) => compareGroups(grouping, a, b));
}

function isSelected({ stage, warnings }: WorkspaceDocument, selection: Arrangement['selection']): boolean {
  if (selection === 'open') return OPEN.has(stage);
  return selection === 'all' || warnings > 0;
}

function keyOf({ stage, template, path }: WorkspaceDocument, grouping: Arrangement['grouping']): string {
  if (grouping === 'stage') return stage;
  return grouping === 'template' ? (template ?? '') : folderOf(path);
}

type Group = DocumentGroup<WorkspaceDocument>;

function compareGroups(grouping: Arrangement['grouping'], a: Group, b: Group): number {
  if (a.isOther !== b.isOther) return a.isOther ? 1 : -1;
  if (grouping === 'stage' && !a.isOther) return STAGES.indexOf(a.key) - STAGES.indexOf(b.key);
  const bySize = grouping === 'template' ? b.documents.length - a.documents.length : 0;
  return bySize || compareText(a.key, b.key);
}

const collator = new Intl.Collator('en', { numeric: true });
const compareText = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : Number(a > b));

/** Compares by the order, then by number, title and path. */
function compareBy(order: Arrangement['order'], a: WorkspaceDocument, b: WorkspaceDocument): number {
  const byOrder = {
    number: 0,
    title: compareText(a.title, b.title),
    progress: shareOf(b) - shareOf(a),
    findings: b.warnings - a.warnings || b.findings - a.findings,
  }[order];
  return byOrder || compareNumbers(a, b) || compareText(a.title, b.title) || compareText(a.path, b.path);
}

/** Documents without a number come last. */
function compareNumbers(a: WorkspaceDocument, b: WorkspaceDocument): number {
  if (a.number === b.number) return 0;
  return (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY);
}

/** The part of the plan that is done; less than nothing without a plan. */
function shareOf({ done, total }: WorkspaceDocument): number {
  return total > 0 ? done / total : -1;
}
