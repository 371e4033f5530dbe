import * as vscode from 'vscode';
import { insertions } from '../../../core/fix/fixText';
import { readDocument } from '../../documents/commandArguments';
import { applyAll } from '../../features/fixAll';
import { localized } from '../../localization/localized';
import { showInformation } from '../../messages/show';
import { planTarget } from '../../planActions/target';
import type { Command } from '../command';

/**
 * Inserts the sections and header fields that the template requires and the document lacks, with the template's text. If
 * there are several, the user chooses. Applies to the document at the URI in the argument, or to the active one.
 */
export const insertSections: Command = async (services, argument) => {
  const { document, analysis } = await planTarget(services, readDocument(argument));
  const missing = insertions(analysis);
  const items = missing.map((title) => ({ label: localized(title), title: String(title), picked: true }));
  const placeHolder = vscode.l10n.t('Choose what to insert, with the text of the template');
  const chosen =
    items.length > 1
      ? await vscode.window.showQuickPick(items, { canPickMany: true, ignoreFocusOut: true, placeHolder })
      : items;
  if (chosen === undefined) return;
  if (missing.length === 0) {
    const message = vscode.l10n.t('No section of the template is missing here.');
    void showInformation(message);
    return;
  }
  const titles = chosen.map(({ title }) => title);
  await applyAll(services, document.uri, { applicability: ['scaffold'], titles });
};
