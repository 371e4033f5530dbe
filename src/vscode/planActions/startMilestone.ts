/** Starts a milestone in the editor: inserts its steps as tab stops, and updates status and next steps on request. */

import * as vscode from 'vscode';
import type { RowReference } from '../../core/features/planRows';
import { findRow, planRows } from '../../core/features/planRows';
import { insertionEdit, isRefused } from '../../core/plan/change';
import type { Start } from '../../core/planEdits/start';
import { editsOutsidePlan, startMilestone, withListedStatus } from '../../core/planEdits/start';
import { UserError } from '../../core/text/userError';
import { insertStops } from '../documents/editQueue';
import { baseName } from '../documents/paths';
import { isEditedRendered } from '../documents/tabs';
import { settings } from '../manifest/settings';
import type { Confirmation } from '../messages/confirm';
import { confirm } from '../messages/confirm';
import { reportErrors } from '../messages/reportError';
import type { Analyses } from '../model/analyses';
import { changeRow } from '../plan/edits';
import type { Services } from '../services/services';
import { readSetting } from '../settings/settings';
import { askForSteps } from './askForSteps';
import { showLine } from './target';

const SETTING = settings.setStatus;

/**
 * Shows the document and starts the milestone of a row; where the document is edited without its text, asks for the
 * steps. Unless the setting is `ask` or `never`, the status and the next steps are updated first, so that the steps are
 * inserted into the final text; `listed` leaves out a status that the template does not list. With `ask`, they are
 * updated after the user's answer. Throws a `UserError` if the milestone cannot be started.
 */
export async function start(
  services: Services,
  document: vscode.TextDocument,
  row: RowReference,
): Promise<void> {
  const { analyses } = services;
  if (isEditedRendered(document.uri)) {
    await startByAsking(services, document, row);
    return;
  }
  const editor = await showLine(document, findLine(analyses, document, row));
  const question = questionAbout(document.uri, startOf(analyses, document, row));
  await updateFirst(services, document, row);
  await insertSteps(analyses, editor, row);
  offerAlong(services, document, row, question);
}

/** Starts the milestone of a document that no text editor shows, with the steps that the user answers. */
async function startByAsking(
  services: Services,
  document: vscode.TextDocument,
  row: RowReference,
): Promise<void> {
  const { analyses, edits } = services;
  const { uri } = document;
  const found = startOf(analyses, document, row);
  const titles = found.steps ? await askForSteps(found.milestone.title) : [];
  if (!titles) return;
  const question = questionAbout(uri, found);
  await updateFirst(services, document, row);
  await changeRow(analyses, edits, { uri, row }, (analysis, { line }) => {
    const started = startMilestone(analysis, line, titles);
    if (isRefused(started)) return started;
    return { edits: started.steps ? [insertionEdit(started.steps)] : [] };
  });
  offerAlong(services, document, row, question);
}

/** Updates the status and the next steps, if the setting says so. */
async function updateFirst(
  services: Services,
  document: vscode.TextDocument,
  row: RowReference,
): Promise<void> {
  const consent = readSetting(SETTING, document.uri);
  if (consent === 'listed') await updateAlong(services, document, row, withListedStatus);
  if (consent === 'always') await updateAlong(services, document, row);
}

/** Asks whether to update the status and the next steps. Not awaited, so that the user can work on before answering. */
function offerAlong(
  services: Services,
  document: vscode.TextDocument,
  row: RowReference,
  question: Confirmation | undefined,
): void {
  if (question === undefined || readSetting(SETTING, document.uri) !== 'ask') return;
  const done = confirm(question).then(async (agreed) => {
    if (agreed) await updateAlong(services, document, row);
  });
  void reportErrors(done);
}

/** Inserts the steps as tab stops. Inserts nothing if the milestone already has steps. */
async function insertSteps(analyses: Analyses, editor: vscode.TextEditor, row: RowReference): Promise<void> {
  const { document } = editor;
  if (await insertStops(editor, () => startOf(analyses, document, row).steps)) return;
  const message = vscode.l10n.t('VS Code could not insert the steps into {0}.', baseName(document.uri));
  throw new UserError('plan-failed', message);
}

/** Updates the status and the list of next steps, computed on the current text, as far as `wanted` keeps them. */
async function updateAlong(
  { analyses, edits }: Services,
  { uri }: vscode.TextDocument,
  row: RowReference,
  wanted = (start: Start): Start => start,
): Promise<void> {
  await changeRow(analyses, edits, { uri, row }, (analysis, { line }) => {
    const started = startMilestone(analysis, line);
    return isRefused(started) ? started : { edits: editsOutsidePlan(wanted(started)) };
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
