import * as vscode from 'vscode';
import type { Readiness } from '../../../core/review/readiness';
import { readiness } from '../../../core/review/readiness';
import { readDocument } from '../../documents/commandArguments';
import { baseName } from '../../documents/paths';
import { selectedDocuments } from '../../documentsView/target';
import { reportErrors } from '../../messages/reportError';
import { showInformation } from '../../messages/show';
import { inBatches } from '../../model/batches';
import type { PlanTarget } from '../../planActions/target';
import { notDesignDoc, settledTarget } from '../../planActions/target';
import { showBoxes } from '../../review/boxList';
import { statesFor } from '../../review/states';
import type { FileVerdict } from '../../review/verdictList';
import { chooseVerdict } from '../../review/verdictList';
import type { Services } from '../../services/services';
import type { Command } from '../command';
import { markReady } from './markReady';

/**
 * Shows whether a draft is ready for review, as a list of boxes, or the findings of a document in a later stage, and goes
 * to the one that the user picks. Applies to the design doc at `uri`, or to the active one. Of several selected files, one
 * list has them all, and leads to the list of each.
 */
export const checkReady: Command = async (services, argument, selection) => {
  const selected = selectedDocuments(selection);
  const uri = selected.length > 1 ? await chooseFile(services, selected) : readDocument(argument);
  if (uri || selected.length <= 1) await checkOne(services, uri);
};

async function checkOne(services: Services, uri: vscode.Uri | undefined): Promise<void> {
  const target = await settledTarget(services, uri);
  const found = await readinessOf(services, target);
  if (!found.ready) await list(services, target, found);
  else if (found.isDraft) void reportErrors(tellReady(services, target, found));
  else void showInformation(titleOf(target, found));
}

/** Shows the results of several files. Returns the one that the user picks. */
async function chooseFile(services: Services, uris: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const title = vscode.l10n.t('Checking design docs');
  const verdicts = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    inBatches(uris, (uri) => verdictOf(services, uri)),
  );
  return chooseVerdict(verdicts);
}

/** The result of one file. Not every file in a selection is a design doc, or even a text. */
async function verdictOf(services: Services, uri: vscode.Uri): Promise<FileVerdict> {
  const target = await settledTarget(services, uri).then(
    (found) => found,
    () => undefined,
  );
  if (!target) return { uri, title: notDesignDoc(uri), isMet: undefined };
  const found = await readinessOf(services, target);
  return { uri, title: titleOf(target, found), isMet: found.ready };
}

async function readinessOf(services: Services, { document, analysis }: PlanTarget): Promise<Readiness> {
  return readiness(analysis, await statesFor(services, document, analysis));
}

/** Shows the list, again after each fix that the user applies from it. */
async function list(services: Services, target: PlanTarget, found: Readiness): Promise<void> {
  if (!(await showBoxes(services, target, titleOf(target, found), found))) return;
  await checkOne(services, target.document.uri);
}

/** Says that a draft is ready, with the number of questions that only a person answers. */
async function tellReady(services: Services, target: PlanTarget, found: Readiness): Promise<void> {
  const show = vscode.l10n.t('Show List');
  const mark = vscode.l10n.t('Mark Ready');
  const answer = await showInformation(titleOf(target, found), show, mark);
  if (answer === show) await list(services, target, found);
  if (answer === mark) await markReady(services, { uri: target.document.uri });
}

function titleOf({ document }: PlanTarget, { ready, isDraft, reasons, boxes }: Readiness): string {
  const name = baseName(document.uri);
  const { length } = reasons;
  if (!isDraft) {
    if (length === 0) return vscode.l10n.t('{0} has no findings.', name);
    return length === 1
      ? vscode.l10n.t('{0} has 1 finding', name)
      : vscode.l10n.t('{0} has {1} findings', name, length);
  }
  if (!ready) {
    return length === 1
      ? vscode.l10n.t('{0} is not ready for review, for 1 reason', name)
      : vscode.l10n.t('{0} is not ready for review, for {1} reasons', name, length);
  }
  const questions = boxes.filter(({ state }) => state === 'person').length;
  return questions === 0
    ? vscode.l10n.t('{0} is ready for review.', name)
    : vscode.l10n.t('{0} is ready for review. Questions for a person: {1}.', name, questions);
}
