/** The screen reader labels of rows: the visible label has neither the state nor the position. */

import * as vscode from 'vscode';
import { plainText } from '../../core/document/plainText';
import type { Details } from '../../core/features/planDetails';
import type { PlanRow } from '../../core/features/planRows';
import { isOtherMark } from '../../core/plan/unfinished';
import { localized } from '../localization/localized';

/** The label of a milestone or step: title, state, position, whether it is next, and contradictions. */
export function spokenRow(row: PlanRow, { next, contradictions }: Details): string {
  const place = row.progress
    ? vscode.l10n.t('milestone {0} of {1}', row.position, row.count)
    : vscode.l10n.t('step {0} of {1}', row.position, row.count);
  const special = next ? [vscode.l10n.t('next step')] : [];
  return [plainText(row.title), stateOf(row), place, ...special, ...contradictions.map(localized)].join(', ');
}

/** The label of the first row, a link to the next step or milestone. */
export function spokenNext(row: PlanRow, { next }: Details): string {
  const title = plainText(row.title);
  const isMilestone = row.progress !== undefined;
  switch (next) {
    case 'start':
      return vscode.l10n.t('Next: start the milestone {0}, link to its line', title);
    case 'finish':
      return isMilestone
        ? vscode.l10n.t('Next: tick the milestone {0}, all of its steps are done, link to its line', title)
        : vscode.l10n.t('Next: tick the step {0}, all of its steps are done, link to its line', title);
    default:
      return vscode.l10n.t('Next: {0}, link to its line', title);
  }
}

function stateOf(row: PlanRow): string {
  const { done, progress, rows, underWay, mark = '' } = row;
  if (isOtherMark(row)) return vscode.l10n.t('marked {0}', mark);
  if (!progress || rows.length === 0) {
    if (underWay) return vscode.l10n.t('under way');
    return done ? vscode.l10n.t('done') : vscode.l10n.t('not done');
  }
  const counts = [progress.done, progress.total];
  if (done && progress.state !== 'done') {
    return vscode.l10n.t('ticked, but {0} of {1} steps done', ...counts);
  }
  switch (progress.state) {
    case 'done':
      return vscode.l10n.t('done, {0} of {1} steps', ...counts);
    case 'started':
      return vscode.l10n.t('started, {0} of {1} steps done', ...counts);
    case 'open':
      return vscode.l10n.t('not started, {0} of {1} steps done', ...counts);
  }
}
