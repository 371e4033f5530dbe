import * as vscode from 'vscode';
import { readUri } from '../documents/commandArguments';
import { applyAll } from '../features/fixAll';
import type { Command } from './command';

/**
 * Inserts what the template demands and the document lacks, as the template has it: sections, header fields, guidance.
 * It takes the active document unless an argument names another.
 */
export const insertSections: Command = async (services, argument) => {
  const { count, refused } = await applyAll(services, readUri(argument), { applicability: ['scaffold'] });
  if (count + refused.length > 0) return;
  void vscode.window.showInformationMessage(vscode.l10n.t('No section of the template is missing here.'));
};
