/** Starting a milestone in the editor: its steps as tab stops, and what else moves along if the user agrees. */

import * as vscode from 'vscode';
import type { RowReference } from '../../core/features/planRows';
import { findRow, planRows } from '../../core/features/planRows';
import { isRefused } from '../../core/plan/change';
import type { Start } from '../../core/plan/start';
import { alongEdits, startMilestone } from '../../core/plan/start';
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
 * Shows the document and starts the milestone that a row means. What was agreed to before comes first, so that the
 * steps are placed in the text that it leaves; what has to be asked for comes when the answer does.
 */
export async function start(
  services: Services,
  document: vscode.TextDocument,
  row: RowReference,
): Promise<void> {
  const { analyses } = services;
  const editor = await showLine(document, findLine(analyses, document, row));
  const question = questionAbout(document.uri, workOut(analyses, document, row));
  if (question && readSetting(SETTING, document.uri) === 'always') await moveAlong(services, document, row);
  await insertSteps(analyses, editor, row);
  if (question === undefined || readSetting(SETTING, document.uri) !== 'ask') return;
  const answered = confirm(question).then(async (agreed) => {
    if (agreed) await moveAlong(services, document, row);
  });
  // Not waited for, so that the steps can be typed before the question is answered.
  void reportErrors(answered);
}

/** The steps as tab stops; a milestone that has steps is merely shown. */
async function insertSteps(analyses: Analyses, editor: vscode.TextEditor, row: RowReference): Promise<void> {
  const { document } = editor;
  if (await insertStops(editor, () => workOut(analyses, document, row).steps)) return;
  const message = vscode.l10n.t('VS Code could not insert the steps into {0}.', baseName(document.uri));
  throw new UserError('plan-failed', message);
}

/** The status and the list of next steps, on the text as it is by now. */
async function moveAlong(
  { analyses, edits }: Services,
  { uri }: vscode.TextDocument,
  row: RowReference,
): Promise<void> {
  await changeRow(analyses, edits, { uri, row }, (analysis, { line }) => {
    const started = startMilestone(analysis, line);
    return isRefused(started) ? started : { edits: alongEdits(started) };
  });
}

function workOut(analyses: Analyses, document: vscode.TextDocument, row: RowReference): Start {
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

/** Undefined if starting changes nothing but the milestone itself. */
function questionAbout(resource: vscode.Uri, { status, nextSteps }: Start): Confirmation | undefined {
  const place = { setting: SETTING, resource } as const;
  if (!status) {
    if (nextSteps.length === 0) return undefined;
    const text = vscode.l10n.t('Move the list of next steps along to the milestone that starts?');
    return { ...place, text, yes: vscode.l10n.t('Move Along') };
  }
  const text =
    nextSteps.length === 0
      ? vscode.l10n.t('Set the status to {0}?', status.word)
      : vscode.l10n.t('Set the status to {0}, and move the list of next steps along?', status.word);
  return { ...place, text, yes: vscode.l10n.t('Set to {0}', status.word) };
}
