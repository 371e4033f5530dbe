/** Starts a milestone in the editor: inserts its steps as tab stops, and updates status and next steps on request. */

import * as vscode from 'vscode';
import type { RowReference } from '../../core/features/planRows';
import { findRow, planRows } from '../../core/features/planRows';
import { isRefused } from '../../core/plan/change';
import type { Start } from '../../core/plan/start';
import { editsOutsidePlan, startMilestone } from '../../core/plan/start';
import { UserError } from '../../core/text/userError';
import { insertStops } from '../documents/editQueue';
import { baseName } from '../documents/paths';
import { settings } from '../manifest/settings';
import type { Confirmation } from '../messages/confirm';
import { confirm } from '../messages/confirm';
import { reportErrors } from '../messages/reportError';
import type { Analyses } from '../model/analyses';
import { changeRow } from '../plan/edits';
import type { Services } from '../services/services';
import { readSetting } from '../settings/settings';
import { showLine } from './target';

const SETTING = settings.setStatus;

/**
 * Shows the document and starts the milestone of a row. With the setting `always`, the status and the next steps are
 * updated first, so that the steps are inserted into the final text. With `ask`, they are updated after the user's
 * answer. Throws a `UserError` if the milestone cannot be started.
 */
export async function start(
  services: Services,
  document: vscode.TextDocument,
  row: RowReference,
): Promise<void> {
  const { analyses } = services;
  const editor = await showLine(document, findLine(analyses, document, row));
  const question = questionAbout(document.uri, startOf(analyses, document, row));
  if (question && readSetting(SETTING, document.uri) === 'always') await updateAlong(services, document, row);
  await insertSteps(analyses, editor, row);
  if (question === undefined || readSetting(SETTING, document.uri) !== 'ask') return;
  const done = confirm(question).then(async (agreed) => {
    if (agreed) await updateAlong(services, document, row);
  });
  // Not awaited, so that the user can type the steps before answering.
  void reportErrors(done);
}

/** Inserts the steps as tab stops. Inserts nothing if the milestone already has steps. */
async function insertSteps(analyses: Analyses, editor: vscode.TextEditor, row: RowReference): Promise<void> {
  const { document } = editor;
  if (await insertStops(editor, () => startOf(analyses, document, row).steps)) return;
  const message = vscode.l10n.t('VS Code could not insert the steps into {0}.', baseName(document.uri));
  throw new UserError('plan-failed', message);
}

/** Updates the status and the list of next steps, computed on the current text. */
async function updateAlong(
  { analyses, edits }: Services,
  { uri }: vscode.TextDocument,
  row: RowReference,
): Promise<void> {
  await changeRow(analyses, edits, { uri, row }, (analysis, { line }) => {
    const started = startMilestone(analysis, line);
    return isRefused(started) ? started : { edits: editsOutsidePlan(started) };
  });
}

function startOf(analyses: Analyses, document: vscode.TextDocument, row: RowReference): Start {
  const analysis = analyses.of(document);
  const line = findLine(analyses, document, row);
  const started = analysis && startMilestone(analysis, line);
  if (started && !isRefused(started)) return started;
  throw new UserError('plan-refused', started?.refused ?? gone());
}

function findLine(analyses: Analyses, document: vscode.TextDocument, row: RowReference): number {
  const analysis = analyses.of(document);
  const line = analysis && findRow(planRows(analysis.plan), row)?.line;
  if (line === undefined) throw new UserError('stale-step', gone());
  return line;
}

function gone(): string {
  return vscode.l10n.t('The milestone is no longer where it was. Try again.');
}

/** The question about the status and the next steps; undefined if starting the milestone changes neither. */
function questionAbout(resource: vscode.Uri, { status, nextSteps }: Start): Confirmation | undefined {
  const common = { setting: SETTING, resource } as const;
  if (!status) {
    if (nextSteps.length === 0) return undefined;
    const text = vscode.l10n.t('Update the list of next steps for the started milestone?');
    return { ...common, text, yes: vscode.l10n.t('Update') };
  }
  const text =
    nextSteps.length === 0
      ? vscode.l10n.t('Set the status to {0}?', status.word)
      : vscode.l10n.t('Set the status to {0}, and update the list of next steps?', status.word);
  return { ...common, text, yes: vscode.l10n.t('Set to {0}', status.word) };
}
