import * as vscode from 'vscode';
import { lineOf } from '../../core/plan/next';
import { property, readUri } from '../documents/commandArguments';
import { baseName } from '../documents/paths';
import { planTarget, showLine } from '../planActions/target';
import type { Command } from './command';

/** Goes to the next step in the plan of the design doc at `uri`, or of the active one. */
export const goToNextStep: Command = async (services, argument) => {
  const { document, analysis } = await planTarget(services, readUri(property(argument, 'uri')));
  if (analysis.next) {
    await showLine(document, lineOf(analysis.next));
    return;
  }
  const name = baseName(document.uri);
  const message =
    analysis.plan.total === 0
      ? vscode.l10n.t('{0} has no plan yet.', name)
      : vscode.l10n.t('Nothing is left to do in the plan of {0}.', name);
  // Not awaited, since the message stays open until the user closes it.
  void vscode.window.showInformationMessage(message);
};
