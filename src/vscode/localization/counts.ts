/** Counts in the language of the editor. */

import * as vscode from 'vscode';

/** The number of open comments, which is at least 1. */
export function countOfComments(count: number): string {
  return count === 1 ? vscode.l10n.t('1 open comment') : vscode.l10n.t('{0} open comments', count);
}
