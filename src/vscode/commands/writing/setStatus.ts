import * as vscode from 'vscode';
import type { StatusChoice } from '../../../core/features/statusChoices';
import { statusChoices, statusEdits } from '../../../core/features/statusChoices';
import { stageName } from '../../../core/status/stageName';
import { UserError } from '../../../core/text/userError';
import { property, readUri, textProperty } from '../../documents/commandArguments';
import { baseName } from '../../documents/paths';
import { pickItem } from '../../inputs/pickItem';
import { localized } from '../../localization/localized';
import { changePlan } from '../../plan/edits';
import { planTarget } from '../../planActions/target';
import type { Command } from '../command';

/**
 * Sets the status of the design doc at `uri`, or of the active one, to `status`; without it, the user chooses among the
 * states of its template.
 */
export const setStatus: Command = async (services, argument) => {
  const { document, analysis } = await planTarget(services, readUri(property(argument, 'uri')));
  const choices = statusChoices(analysis);
  if (choices.length === 0) {
    throw new UserError('no-status', vscode.l10n.t('{0} has no status to set.', baseName(document.uri)));
  }
  const word = textProperty(argument, 'status') ?? (await choose(choices));
  if (word === undefined) return;
  const { analyses, edits } = services;
  await changePlan(analyses, edits, document.uri, (now) => statusEdits(now, word));
};

async function choose(choices: readonly StatusChoice[]): Promise<string | undefined> {
  const items = choices.map(({ word, stage, isCurrent }) => {
    const name = stage === 'unknown' ? [] : [localized(stageName(stage))];
    const now = isCurrent ? [vscode.l10n.t('the status now')] : [];
    return { label: word, description: [...name, ...now].join(', '), word };
  });
  const picked = await pickItem(items, {
    title: vscode.l10n.t('Set Status'),
    placeHolder: vscode.l10n.t('Choose the new status'),
  });
  return picked?.word;
}
