import * as vscode from 'vscode';
import { UserError } from '../../../core/text/userError';
import { readUri } from '../../documents/commandArguments';
import { templateUri } from '../../model/templateUri';
import { planTarget } from '../../planActions/target';
import type { Command } from '../command';

/** Opens the template of a design doc beside it: of the document at the URI in the argument, or of the active one. */
export const openTemplate: Command = async (services, argument) => {
  const { document, analysis } = await planTarget(services, readUri(argument));
  const { bound } = analysis;
  if (!bound) {
    throw new UserError('no-template', vscode.l10n.t('This document follows no template.'));
  }
  const uri = templateUri(services.extensionUri, document.uri, bound.template);
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
};
