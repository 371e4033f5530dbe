/** The tree items of the Documents view: labels, icons, tooltips and screen reader labels. */

import * as vscode from 'vscode';
import type { Arrangement, DocumentGroup } from '../../core/listing/arrange';
import { documentLabel } from '../../core/listing/label';
import { stageName } from '../../core/status/stageName';
import { countOfComments } from '../localization/counts';
import { localized } from '../localization/localized';
import { colors } from '../manifest/colors';
import type { IndexedFile } from '../services/services';

/** A group of documents in the view. */
export interface GroupNode {
  readonly id: string;
  readonly group: DocumentGroup<IndexedFile>;
  readonly grouping: Arrangement['grouping'];
}

/** A document in the view. */
export interface FileNode {
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly file: IndexedFile;
  readonly parent: GroupNode;
}

/** A row of the Documents view. */
export type DocumentNode = GroupNode | FileNode;

/** Groups that are closed at first: their documents are settled. */
const SETTLED: ReadonlySet<string> = new Set(['merged', 'finished', 'reference', 'retrospective', 'dead']);

/** The tree item of a group. */
export function groupItem({ id, group, grouping }: GroupNode): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const isSettled = grouping === 'stage' && !group.isOther && SETTLED.has(group.key);
  const item = new vscode.TreeItem(groupName(group, grouping), isSettled ? Collapsed : Expanded);
  item.id = id;
  item.description = String(group.documents.length);
  return item;
}

function groupName({ key, isOther }: DocumentGroup<IndexedFile>, grouping: Arrangement['grouping']): string {
  if (isOther) return vscode.l10n.t('Plans of {0}', key);
  if (grouping === 'stage') return localized(stageName(key));
  return grouping === 'folder' && key === '' ? vscode.l10n.t('Workspace folder') : key;
}

/** The tree item of a document, which opens it. */
export function fileItem({ id, uri, file }: FileNode): vscode.TreeItem {
  const item = new vscode.TreeItem(documentLabel(file));
  item.id = id;
  item.description = [progressOf(file), warningsOf(file), commentsOf(file)].filter(Boolean).join(' · ');
  item.iconPath = iconOf(file);
  item.contextValue = file.total > 0 ? 'document plan' : 'document';
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
  item.accessibilityInformation = { label: spoken(file) };
  return item;
}

function progressOf({ done, total }: IndexedFile): string {
  return total > 0 ? `${done}/${total}` : '';
}

function warningsOf({ warnings }: IndexedFile): string {
  if (warnings === 0) return '';
  return warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings);
}

function commentsOf({ openComments }: IndexedFile): string {
  return openComments === 0 ? '' : countOfComments(openComments);
}

function spoken(file: IndexedFile): string {
  const steps = file.total > 0 && vscode.l10n.t('{0} of {1} steps done', file.done, file.total);
  return [documentLabel(file), localized(stageName(file.stage)), steps, warningsOf(file), commentsOf(file)]
    .filter(Boolean)
    .join(', ');
}

const ICONS: Readonly<Record<string, string>> = {
  progress: 'play-circle',
  draft: 'edit',
  unknown: 'question',
  merged: 'git-merge',
  finished: 'pass',
  reference: 'book',
  retrospective: 'history',
  dead: 'circle-slash',
};

/** A document with warnings has the colour of a warning, and a settled one that of completed rows. */
function iconOf({ stage, warnings }: IndexedFile): vscode.ThemeIcon {
  const name = ICONS[stage] ?? 'file';
  if (warnings > 0) return new vscode.ThemeIcon(name, new vscode.ThemeColor('list.warningForeground'));
  if (!SETTLED.has(stage)) return new vscode.ThemeIcon(name);
  return new vscode.ThemeIcon(name, new vscode.ThemeColor(colors.doneForeground.id));
}

/** The tooltip of a document. Texts from the document are escaped, so that none is rendered as Markdown. */
export function fileTooltip({ file }: FileNode): vscode.MarkdownString {
  const { path, status, stage, template, planFormat, author, created, linkedFrom } = file;
  const tooltip = new vscode.MarkdownString().appendText(documentLabel(file));
  const lines = [
    path,
    vscode.l10n.t('Status: {0}', status ?? localized(stageName(stage))),
    template !== null && vscode.l10n.t('Template: {0}', template),
    planFormat !== null && vscode.l10n.t('Plan of {0}', planFormat),
    author !== null && vscode.l10n.t('Author: {0}', author),
    created !== null && vscode.l10n.t('Created: {0}', created),
    linkedFrom.length > 0 && vscode.l10n.t('Linked from: {0}', linkedFrom.join(', ')),
  ];
  for (const line of lines) if (line !== false) tooltip.appendMarkdown('\n\n').appendText(line);
  return tooltip;
}
