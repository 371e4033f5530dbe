/** How a row of the Plan view looks and what is said of it. */

import * as vscode from 'vscode';
import { plainText } from '../../core/document/plainText';
import type { Details } from '../../core/features/planDetails';
import type { PlanRow } from '../../core/features/planRows';
import type { RowWord } from '../manifest/when';
import { isTickable } from './edits';
import { spokenNext, spokenRow } from './speech';

/** What a row shows: its place in the text and the rows under it aside. */
export interface ShownRow {
  readonly row: PlanRow;
  readonly details: Details;
  readonly hasRows: boolean;
}

/** A milestone or step. */
export function rowItem({ row, details, hasRows }: ShownRow): vscode.TreeItem {
  // Every row starts unfolded and keeps what the user makes of it, also when its last step is ticked.
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

/** The row at the top that says what is next, and leads to it. */
export function nextItem({ row, details }: ShownRow): vscode.TreeItem {
  const item = new vscode.TreeItem(nextLabel(row, details), vscode.TreeItemCollapsibleState.None);
  item.contextValue = contextOf('top', ...wordsOf(row, details));
  item.accessibilityInformation = { label: spokenNext(row, details) };
  item.tooltip = tooltipOf(row, details);
  item.iconPath = NEXT;
  return item;
}

/** A finding that stands on no row. */
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

/** What menus look for in a row. */
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

/** Nothing in it is rendered as Markdown: the texts are the document's. */
function tooltipOf({ title }: PlanRow, details: Details): vscode.MarkdownString {
  const { verify, evidence, forPeople, contradictions } = details;
  const tooltip = new vscode.MarkdownString().appendText(title);
  const say = (text: string): void => void tooltip.appendMarkdown('\n\n').appendText(text);
  for (const message of contradictions) say(`⚠ ${message}`);
  if (forPeople) say(vscode.l10n.t('Only a person completes this step.'));
  if (verify !== undefined) {
    say(vscode.l10n.t('Verified by:'));
    tooltip.appendCodeblock(verify);
  }
  if (evidence) {
    const { exit, tree, reworded } = evidence;
    say(vscode.l10n.t('Verified with exit status {0} on {1}.', exit, tree));
    if (reworded) say(vscode.l10n.t('The step was reworded since.'));
  }
  return tooltip;
}
