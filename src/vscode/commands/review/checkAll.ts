import * as vscode from 'vscode';
import { showInformation } from '../../messages/show';
import type { Command } from '../command';

/** Shows the findings of all design docs in the Problems view, and keeps them current until the window is closed. */
export const checkAll: Command = async ({ closed }) => {
  const { documents, findings } = await closed.show();
  const message =
    documents === 0
      ? vscode.l10n.t('Nothing was checked: no Markdown file of the workspace follows a template.')
      : findings === 0
        ? vscode.l10n.t('No findings in {0} design docs.', documents)
        : vscode.l10n.t('{0} findings in {1} design docs.', findings, documents);
  void showInformation(message);
  if (findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
};
