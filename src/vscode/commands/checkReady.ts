import * as vscode from 'vscode';
import type { Readiness } from '../../core/review/readiness';
import { readiness } from '../../core/review/readiness';
import { property, readUri } from '../documents/commandArguments';
import { baseName } from '../documents/paths';
import { reportErrors } from '../messages/reportError';
import type { PlanTarget } from '../planActions/target';
import { planTarget } from '../planActions/target';
import { showBoxes } from '../review/boxList';
import { statesFor } from '../review/states';
import type { Services } from '../services/services';
import type { Command } from './command';
import { markReady } from './markReady';

/**
 * Shows whether a draft is ready for review, as a list of boxes, or the findings of a document in a later stage, and goes
 * to the one that the user picks. Applies to the design doc at `uri`, or to the active one.
 */
export const checkReady: Command = async (services, argument) => {
  const target = await planTarget(services, readUri(property(argument, 'uri')));
  const found = await readinessOf(services, target);
  const name = baseName(target.document.uri);
  if (!found.ready) await list(services, target, found);
  else if (found.isDraft) void reportErrors(tellReady(services, target, found));
  else void vscode.window.showInformationMessage(vscode.l10n.t('{0} has no findings.', name));
};

async function readinessOf(services: Services, { document, analysis }: PlanTarget): Promise<Readiness> {
  return readiness(analysis, await statesFor(services, document, analysis));
}

/** Shows the list, again after each fix that the user applies from it. */
async function list(services: Services, target: PlanTarget, found: Readiness): Promise<void> {
  if (!(await showBoxes(services, target, titleOf(target, found), found))) return;
  await checkReady(services, { uri: target.document.uri });
}

/** Says that a draft is ready, with the number of questions that only a person answers. */
async function tellReady(services: Services, target: PlanTarget, found: Readiness): Promise<void> {
  const show = vscode.l10n.t('Show List');
  const mark = vscode.l10n.t('Mark Ready');
  const answer = await vscode.window.showInformationMessage(titleOf(target, found), show, mark);
  if (answer === show) await list(services, target, found);
  if (answer === mark) await markReady(services, { uri: target.document.uri });
}

function titleOf({ document }: PlanTarget, { ready, isDraft, reasons, boxes }: Readiness): string {
  const name = baseName(document.uri);
  const { length } = reasons;
  if (!isDraft) {
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
