/**
 * The tree items of the Plan view: labels, icons, boxes, tooltips and screen reader labels.
 *
 * Every row has an icon that says what it is. VS Code would draw a file's icon on a row that has a decoration and none,
 * and labels are aligned only if all rows have one.
 */

import * as vscode from 'vscode';
import type { Comment } from '../../core/comments/comment';
import { plainText } from '../../core/document/plainText';
import type { Details } from '../../core/features/planDetails';
import type { PlanRow } from '../../core/features/planRows';
import { isTickable } from '../../core/features/planRows';
import { withoutLabel } from '../../core/plan/labels';
import { shorten } from '../../core/text/shorten';
import { localized } from '../localization/localized';
import type { RowWord } from '../manifest/when';
import { contextOf } from './context';
import { DONE } from './decorations';
import { spokenNext, spokenRow } from './speech';

/** The content of a row, without its line and the rows under it. */
export interface ShownRow {
  readonly row: PlanRow;
  readonly details: Details;
  readonly hasRows: boolean;
  /** True if its rows are hidden at first. */
  readonly isCollapsed: boolean;
}

/** The tree item of a milestone or step. */
export function rowItem({ row, details, hasRows, isCollapsed }: ShownRow): vscode.TreeItem {
  // A row keeps the state that the user gives it, even when its last step is ticked.
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const state = isCollapsed ? Collapsed : Expanded;
  // The mark of a box that cannot be ticked stands where the icon is on rows with a box.
  const lead = row.mark === undefined || isTickable(row) ? '' : `[${row.mark}] `;
  const item = new vscode.TreeItem(`${lead}${shortTitle(row)}`, hasRows ? state : None);
  const spoken = spokenRow(row, details);
  item.contextValue = contextOf(...wordsOf(row, details));
  item.accessibilityInformation = { label: spoken };
  item.iconPath = iconOf(row, details);
  if (isTickable(row)) {
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    item.checkboxState = {
      state: row.done ? Checked : Unchecked,
      tooltip: row.done ? vscode.l10n.t('Done') : vscode.l10n.t('Not done'),
      accessibilityInformation: { label: spoken, role: 'checkbox' },
    };
    const signs = [row.underWay && vscode.l10n.t('under way'), row.optional && vscode.l10n.t('optional')];
    item.description = signs.filter(Boolean).join(', ');
  }
  return item;
}

/** The tree item of the first row, a link to the next step: it has no box and is never ticked. */
export function nextItem({ row, details }: ShownRow): vscode.TreeItem {
  const item = new vscode.TreeItem(nextLabel(row, details), vscode.TreeItemCollapsibleState.None);
  item.contextValue = contextOf('top', ...wordsOf(row, details).filter((word) => word !== 'box'));
  item.accessibilityInformation = { label: spokenNext(row, details) };
  item.iconPath = NEXT;
  return item;
}

/** The tree item of a finding that belongs to no row. */
export function findingItem(message: string): vscode.TreeItem {
  const item = new vscode.TreeItem(message, vscode.TreeItemCollapsibleState.None);
  item.contextValue = contextOf('finding', 'fixable');
  item.tooltip = message;
  item.accessibilityInformation = { label: vscode.l10n.t('Contradiction: {0}', message) };
  item.iconPath = WARNING;
  return item;
}

/** The tree item of an open review comment. */
export function commentItem({ author, text, replies }: Comment): vscode.TreeItem {
  const said = shorten(text.replace(/\s+/g, ' '), MAX_COMMENT);
  const item = new vscode.TreeItem(said, vscode.TreeItemCollapsibleState.None);
  const by = author ?? vscode.l10n.t('Unknown author');
  item.description = by;
  item.contextValue = contextOf('comment');
  item.tooltip = [{ author, text }, ...replies]
    .map((remark) => `${remark.author ?? vscode.l10n.t('Unknown author')}: ${remark.text}`)
    .join('\n\n');
  item.accessibilityInformation = { label: vscode.l10n.t('Open comment by {0}: {1}', by, said) };
  item.iconPath = new vscode.ThemeIcon('comment-unresolved');
  return item;
}

/** The length of a comment's text in its row, in code points. */
const MAX_COMMENT = 120;

const NEXT = new vscode.ThemeIcon('arrow-right', new vscode.ThemeColor('list.highlightForeground'));
const WARNING = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));

/** The title without "Milestone 1:" or "Step 1:", which the tooltip and the screen reader label keep. */
function shortTitle({ title }: PlanRow): string {
  return withoutLabel(plainText(title));
}

function nextLabel(row: PlanRow, { next }: Details): string {
  const text = shortTitle(row);
  switch (next) {
    case 'start':
      return vscode.l10n.t('Next: start "{0}"', text);
    case 'finish':
      return vscode.l10n.t('Next: tick "{0}"', text);
    default:
      return vscode.l10n.t('Next: {0}', text);
  }
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

function iconOf(row: PlanRow, details: Details): vscode.ThemeIcon {
  if (details.contradictions.length > 0) return WARNING;
  if (details.next) return NEXT;
  const id = kindOf(row, details);
  return row.done ? new vscode.ThemeIcon(id, DONE) : new vscode.ThemeIcon(id);
}

/** What a row is, as the name of an icon: a plain step is a dot. */
function kindOf(row: PlanRow, { forPeople, verify }: Details): string {
  if (row.mark !== undefined && !isTickable(row)) return 'question';
  if (row.progress) return 'milestone';
  if (forPeople) return 'person';
  if (verify !== undefined) return 'beaker';
  return row.rows.length > 0 ? 'list-tree' : 'circle-small-filled';
}

/** The tooltip of a row. Texts from the document are escaped, so that none is rendered as Markdown. */
export function tooltipOf({ title }: PlanRow, details: Details): vscode.MarkdownString {
  const { verify, evidence, forPeople, contradictions } = details;
  const tooltip = new vscode.MarkdownString().appendText(title);
  const addLine = (text: string): void => void tooltip.appendMarkdown('\n\n').appendText(text);
  for (const message of contradictions) addLine(`⚠ ${localized(message)}`);
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
