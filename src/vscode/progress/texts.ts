/** The texts of the page, in the language of the editor. */

import * as vscode from 'vscode';
import type { PageRow, PageTexts } from '../../core/progress/page';
import { progressRow } from '../../core/progress/rows';
import { stageName } from '../../core/status/stageName';
import { shownPath } from '../documents/documentPaths';
import { localized } from '../localization/localized';
import type { IndexedFile } from '../services/services';

/** The words of the page. */
export function pageTexts(): PageTexts {
  return {
    heading: vscode.l10n.t('Progress'),
    caption: vscode.l10n.t('All design docs of the workspace. The buttons of the headings sort the table.'),
    title: vscode.l10n.t('Design Doc'),
    stage: vscode.l10n.t('Stage'),
    status: vscode.l10n.t('Status as Written'),
    progress: vscode.l10n.t('Progress'),
    warnings: vscode.l10n.t('Warnings'),
    next: vscode.l10n.t('Next Step'),
    empty: vscode.l10n.t('No Markdown file of this workspace follows a template for design docs.'),
    burnUp: vscode.l10n.t('Burn-Up'),
    document: vscode.l10n.t('Plan of'),
    done: vscode.l10n.t('Steps done'),
    total: vscode.l10n.t('All steps'),
    date: vscode.l10n.t('Date'),
    asTable: vscode.l10n.t('As a table'),
    noPlan: vscode.l10n.t('No design doc has a plan with steps.'),
    reading: vscode.l10n.t('Reading the history…'),
  };
}

/** The row of a document. */
export function pageRow(file: IndexedFile): PageRow {
  const { uri, stage, done, total } = file;
  return {
    ...progressRow(file, file.next),
    // In a workspace of several folders, the page tells documents apart by it.
    path: shownPath(uri),
    stageName: localized(stageName(stage)),
    count: total > 0 ? vscode.l10n.t('{0} of {1}', done, total) : '',
  };
}
