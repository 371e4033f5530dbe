/** The tree items of the Plan view's groups. Every row says in words what its icon says. */

import * as vscode from 'vscode';
import type { Severity } from '../../core/edits/problem';
import type { WorkItem } from '../../core/features/worklist';
import { hasFix } from '../../core/features/worklist';
import { shorten } from '../../core/text/shorten';
import { localized } from '../localization/localized';
import type { RowWord } from '../manifest/when';
import { contextOf } from './context';
import type { MoreNode, ShownGroup } from './nodes';

/** The length of a message in its row, in code points; the tooltip has all of it. */
const MAX_MESSAGE = 160;

/** The tree item of a group, or of a draft that has nothing to do before its review. */
export function groupItem(group: ShownGroup): vscode.TreeItem {
  const { name, total, questions = 0, asksGit = false } = group;
  if (name === 'review' && total === 0) return readyItem(questions, asksGit);
  const isReview = name === 'review';
  const label = isReview ? vscode.l10n.t('To Do Before a Review') : vscode.l10n.t('Findings');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(total);
  item.iconPath = new vscode.ThemeIcon(isReview ? 'checklist' : 'search');
  item.contextValue = contextOf(isReview ? 'review' : 'findings');
  item.tooltip = isReview
    ? vscode.l10n.t('What is in the way of a review of this draft.')
    : vscode.l10n.t('What else was found in this document.');
  item.accessibilityInformation = {
    label: isReview
      ? vscode.l10n.t('To do before a review: {0}', total)
      : vscode.l10n.t('Findings: {0}', total),
  };
  return item;
}

function readyItem(questions: number, asksGit: boolean): vscode.TreeItem {
  const label = asksGit ? vscode.l10n.t('Check Whether It Is Ready') : vscode.l10n.t('Ready for Review');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  const asked =
    questions === 1
      ? vscode.l10n.t('1 question for a person')
      : vscode.l10n.t('{0} questions for a person', questions);
  item.description = questions === 0 ? '' : asked;
  item.iconPath = new vscode.ThemeIcon(asksGit ? 'question' : 'pass');
  item.contextValue = contextOf('review', ...(asksGit ? [] : (['ready'] as const)));
  item.tooltip = asksGit
    ? vscode.l10n.t('Git has to be asked whether the files of ticked steps have changed.')
    : vscode.l10n.t('Nothing that a program can tell is in the way of a review.');
  item.accessibilityInformation = { label: questions === 0 ? label : `${label}, ${asked}` };
  return item;
}

/** The tree item of one thing to do. */
export function workItem({ message: said, section, severity, finding, isOpen }: WorkItem): vscode.TreeItem {
  const message = localized(said);
  const item = new vscode.TreeItem(shorten(message, MAX_MESSAGE), vscode.TreeItemCollapsibleState.None);
  const place = section ?? vscode.l10n.t('Header');
  const words: RowWord[] = ['item'];
  if (hasFix(finding)) words.push('fixable');
  if (isOpen) words.push('open');
  item.description = place;
  item.iconPath = isOpen ? new vscode.ThemeIcon('edit') : ICONS[severity];
  item.contextValue = contextOf(...words);
  item.tooltip = finding ? `${message} (${finding.rule})` : message;
  item.accessibilityInformation = { label: `${severityName(severity)}: ${message}, ${place}` };
  return item;
}

/** The tree item of the items that a group leaves out. */
export function moreItem({ more }: MoreNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} more', more), vscode.TreeItemCollapsibleState.None);
  item.contextValue = contextOf('more');
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  return item;
}

const ICONS: Readonly<Record<Severity, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  information: new vscode.ThemeIcon('info'),
  hint: new vscode.ThemeIcon('lightbulb'),
};

function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('Error');
    case 'warning':
      return vscode.l10n.t('Warning');
    case 'information':
      return vscode.l10n.t('Information');
    case 'hint':
      return vscode.l10n.t('Hint');
  }
}
