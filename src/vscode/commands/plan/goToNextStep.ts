import * as vscode from 'vscode';
import { finishedStatusEdits, finishedWord, idle, idleText } from '../../../core/plan/idle';
import { lineOf } from '../../../core/plan/next';
import { property, readUri } from '../../documents/commandArguments';
import { baseName } from '../../documents/paths';
import { isEditedRendered } from '../../documents/tabs';
import { localized } from '../../localization/localized';
import { reportErrors } from '../../messages/reportError';
import { showInformation } from '../../messages/show';
import { changePlan } from '../../plan/edits';
import type { PlanTarget } from '../../planActions/target';
import { planTarget, showLine } from '../../planActions/target';
import type { Services } from '../../services/services';
import type { Command } from '../command';

/**
 * Goes to the next step in the plan of the design doc at `uri`, or of the active one: to its line, or to its row in the
 * Plan view where the document is edited without its text. Without one, it says why, and offers
 * what helps: the first line that is in the way, or the status of a document whose plan is done.
 */
export const goToNextStep: Command = async (services, argument) => {
  const target = await planTarget(services, readUri(property(argument, 'uri')));
  const { next } = target.analysis;
  if (next) await showNext(services, target.document, lineOf(next));
  // Not awaited, since the message stays open until the user closes it.
  else void reportErrors(tellWhy(services, target));
};

/** Shows the line in the text, or its row in the Plan view while the document is edited without its text. */
async function showNext(services: Services, document: vscode.TextDocument, line: number): Promise<void> {
  const { uri } = document;
  if (isEditedRendered(uri) && (await services.plan.reveal(uri, line))) return;
  await showLine(document, line);
}

async function tellWhy(services: Services, { document, analysis }: PlanTarget): Promise<void> {
  const { lines } = idle(analysis.plan);
  const [line] = lines;
  const word = finishedWord(analysis);
  const show = vscode.l10n.t('Show');
  const set = vscode.l10n.t('Set the Status');
  const offers = [...(line === undefined ? [] : [show]), ...(word === undefined ? [] : [set])];
  const text = `${baseName(document.uri)}: ${localized(idleText(analysis))}`;
  const answer = await showInformation(text, ...offers);
  if (answer === show) await showLine(document, line);
  if (answer === set) {
    const { analyses, edits } = services;
    // Computed again, since the document may have changed before the answer.
    await changePlan(analyses, edits, document.uri, (now) => ({ edits: finishedStatusEdits(now) }));
  }
}
