/** The names of stages for people. */

import * as vscode from 'vscode';

/** The name of a stage. */
export function stageName(stage: string): string {
  switch (stage) {
    case 'progress':
      return vscode.l10n.t('In Progress');
    case 'draft':
      return vscode.l10n.t('Draft');
    case 'merged':
      return vscode.l10n.t('Merged');
    case 'finished':
      return vscode.l10n.t('Finished');
    case 'reference':
      return vscode.l10n.t('Reference');
    case 'retrospective':
      return vscode.l10n.t('Retrospective');
    case 'dead':
      return vscode.l10n.t('Given Up');
    default:
      return vscode.l10n.t('Without Status');
  }
}
