import * as vscode from 'vscode';
import { readUri } from '../documents/commandArguments';
import { applyAll } from '../features/fixAll';
import type { Command } from './command';

/**
 * Inserts the sections and header fields that the template requires and the document lacks, with the template's text.
 * Applies to the document at the URI in the argument, or to the active one.
 */
export const insertSections: Command = async (services, argument) => {
  const { count, refused } = await applyAll(services, readUri(argument), { applicability: ['scaffold'] });
  if (count + refused.length > 0) return;
  void vscode.window.showInformationMessage(vscode.l10n.t('No section of the template is missing here.'));
};
