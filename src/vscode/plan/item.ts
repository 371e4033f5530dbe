/** The tree items of the Plan view: labels, icons, boxes, tooltips and screen reader labels. */

import * as vscode from 'vscode';
import { plainText } from '../../core/document/plainText';
import type { Details } from '../../core/features/planDetails';
import type { PlanRow } from '../../core/features/planRows';
import type { RowWord } from '../manifest/when';
import { isTickable } from './edits';
import { spokenNext, spokenRow } from './speech';

/** The content of a row, without its line and the rows under it. */
export interface ShownRow {
  readonly row: PlanRow;
  readonly details: Details;
  readonly hasRows: boolean;
}

/** The tree item of a milestone or step. */
export function rowItem({ row, details, hasRows }: ShownRow): vscode.TreeItem {
  // Every row starts expanded and keeps the state that the user gives it, even when its last step is ticked.
  const { Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(plainText(row.title), hasRows ? Expanded : None);
  const spoken = spokenRow(row, details);
  item.contextValue = contextOf(...wordsOf(row, details));
  item.accessibilityInformation = { label: spoken };
  item.tooltip = tooltipOf(row, details);
  item.iconPath = iconOf(row, details);
  if (isTickable(row)) {
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    item.checkboxState = {
      state: row.done ? Checked : Unchecked,
      tooltip: row.done ? vscode.l10n.t('Done') : vscode.l10n.t('Not done'),
      accessibilityInformation: { label: spoken, role: 'checkbox' },
    };
  } else if (row.mark !== undefined) {
    item.description = `[${row.mark}]`;
  }
  return item;
}

/** The tree item of the first row, which shows the next step and leads to it. */
export function nextItem({ row, details }: ShownRow): vscode.TreeItem {
  const item = new vscode.TreeItem(nextLabel(row, details), vscode.TreeItemCollapsibleState.None);
  item.contextValue = contextOf('top', ...wordsOf(row, details));
  item.accessibilityInformation = { label: spokenNext(row, details) };
  item.tooltip = tooltipOf(row, details);
  item.iconPath = NEXT;
  return item;
}

/** The tree item of a finding that belongs to no row. */
export function findingItem(message: string): vscode.TreeItem {
  const item = new vscode.TreeItem(message, vscode.TreeItemCollapsibleState.None);
  item.contextValue = contextOf('finding');
  item.tooltip = message;
  item.accessibilityInformation = { label: vscode.l10n.t('Contradiction: {0}', message) };
  item.iconPath = WARNING;
  return item;
}

const NEXT = new vscode.ThemeIcon('arrow-right', new vscode.ThemeColor('list.highlightForeground'));
const WARNING = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
const DIM = new vscode.ThemeColor('disabledForeground');

function nextLabel({ title }: PlanRow, { next }: Details): string {
  const text = plainText(title);
  switch (next) {
    case 'start':
      return vscode.l10n.t('Next: start "{0}"', text);
    case 'finish':
      return vscode.l10n.t('Next: tick "{0}"', text);
    default:
      return vscode.l10n.t('Next: {0}', text);
  }
}

/** The `contextValue` of a row, on which its menus depend. */
function contextOf(...words: readonly RowWord[]): string {
  return words.join(' ');
}

function wordsOf(row: PlanRow, { next, contradictions }: Details): RowWord[] {
  const words: RowWord[] = [row.progress ? 'milestone' : 'step'];
  if (row.done) words.push('done');
  if (row.progress?.state === 'open') words.push('unstarted');
  if (row.rows.length > 0) words.push('parent');
  if (isTickable(row)) words.push('box');
  if (next) words.push('next');
  if (contradictions.length > 0) words.push('contradicted');
  return words;
}

function iconOf(row: PlanRow, { next, contradictions, forPeople, verify }: Details): vscode.ThemeIcon {
  if (contradictions.length > 0) return WARNING;
  if (next) return NEXT;
  const id = row.progress ? 'milestone' : forPeople ? 'person' : verify === undefined ? 'blank' : 'beaker';
  return row.done ? new vscode.ThemeIcon(id, DIM) : new vscode.ThemeIcon(id);
}

/** The tooltip of a row. Texts from the document are escaped, so that none is rendered as Markdown. */
function tooltipOf({ title }: PlanRow, details: Details): vscode.MarkdownString {
  const { verify, evidence, forPeople, contradictions } = details;
  const tooltip = new vscode.MarkdownString().appendText(title);
  const addLine = (text: string): void => void tooltip.appendMarkdown('\n\n').appendText(text);
  for (const message of contradictions) addLine(`⚠ ${message}`);
  if (forPeople) addLine(vscode.l10n.t('Only a person completes this step.'));
  if (verify !== undefined) {
    addLine(vscode.l10n.t('Verified by:'));
    tooltip.appendCodeblock(verify);
  }
  if (evidence) {
    const { exit, tree, reworded } = evidence;
    addLine(vscode.l10n.t('Verified with exit status {0} on {1}.', exit, tree));
    if (reworded) addLine(vscode.l10n.t('The step was reworded since.'));
  }
  return tooltip;
}
