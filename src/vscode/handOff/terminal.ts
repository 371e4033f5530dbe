/** Runs the user's hand-off command in a terminal. Only the Node entry imports this file. */

import * as vscode from 'vscode';
import { shellWord } from '../../core/text/shell';
import { UserError } from '../../core/text/userError';

/**
 * Types a command line into a new terminal. Only `{file}` is replaced, by the quoted path of a file that the extension
 * wrote. Throws a `UserError` if `{file}` is missing or the path cannot be quoted.
 */
export function runInTerminal(command: string, file: vscode.Uri, folder: vscode.Uri | undefined): void {
  if (!command.includes('{file}')) {
    const message = vscode.l10n.t(
      'The setting designDocs.handOff.command must contain {0}, which stands for the path of the file.',
      '{file}',
    );
    throw new UserError('bad-command', message);
  }
  const word = file.scheme === 'file' ? shellWord(file.fsPath, vscode.env.shell) : undefined;
  if (word === undefined) {
    const message = vscode.l10n.t('The path {0} cannot be quoted safely for this shell.', file.fsPath);
    throw new UserError('bad-path', message);
  }
  const terminal = vscode.window.createTerminal({
    name: vscode.l10n.t('Design Docs'),
    iconPath: new vscode.ThemeIcon('checklist'),
    ...(folder?.scheme === 'file' && { cwd: folder }),
  });
  terminal.show();
  terminal.sendText(command.replaceAll('{file}', () => word));
}
