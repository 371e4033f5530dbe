/** Shows errors to the user. No other file does. */

import * as vscode from 'vscode';
import { UserError } from '../../core/text/userError';
import { localizedError } from '../localization/localized';
import { showError } from './show';

/** The button of an error message, by error code, and the command that it runs. */
const REMEDIES: Readonly<Record<string, { readonly label: () => string; readonly command: string }>> = {
  'no-folder': { label: () => vscode.l10n.t('Open Folder'), command: 'vscode.openFolder' },
};

/** Awaits `work` and shows its error to the user. Returns true if there was none. */
export async function reportErrors(work: PromiseLike<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    // Not awaited, since a message stays open until the user closes it.
    void show(error);
    return false;
  }
}

async function show(error: unknown): Promise<void> {
  const text = localizedError(error);
  if (!(error instanceof UserError)) {
    console.error('[design-docs]', error);
    await showError(vscode.l10n.t('Design Docs failed: {0}', text));
    return;
  }
  const remedy = REMEDIES[error.code];
  if (remedy === undefined) {
    await showError(text);
    return;
  }
  const label = remedy.label();
  if ((await showError(text, label)) === label) {
    await vscode.commands.executeCommand(remedy.command);
  }
}
