/** The one place where an error becomes a message to the user. */

import * as vscode from 'vscode';
import { UserError } from '../../core/text/userError';

/** What a message offers to do about it. */
const REMEDIES: Readonly<Record<string, { readonly label: () => string; readonly command: string }>> = {
  'no-folder': { label: () => vscode.l10n.t('Open Folder'), command: 'vscode.openFolder' },
};

/** Waits for something, and says what went wrong. True if nothing did. */
export async function reportErrors(work: PromiseLike<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    // Not awaited: a message stays until the user has read it.
    void show(error);
    return false;
  }
}

async function show(error: unknown): Promise<void> {
  if (!(error instanceof UserError)) {
    console.error('[design-docs]', error);
    const reason = error instanceof Error ? error.message : String(error);
    await vscode.window.showErrorMessage(vscode.l10n.t('Design Docs failed: {0}', reason));
    return;
  }
  const remedy = REMEDIES[error.code];
  if (remedy === undefined) {
    await vscode.window.showErrorMessage(error.message);
    return;
  }
  const label = remedy.label();
  if ((await vscode.window.showErrorMessage(error.message, label)) === label) {
    await vscode.commands.executeCommand(remedy.command);
  }
}
