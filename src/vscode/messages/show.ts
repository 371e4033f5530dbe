/** Shows messages, which may have texts of documents in them. */

import * as vscode from 'vscode';

/** Each shows a text and buttons, and gives the button that the user presses; undefined if the message is closed. */
type Show = (text: string, ...buttons: readonly string[]) => Thenable<string | undefined>;

export const showInformation: Show = (text, ...buttons) =>
  vscode.window.showInformationMessage(plainMessage(text), ...buttons);

export const showWarning: Show = (text, ...buttons) =>
  vscode.window.showWarningMessage(plainMessage(text), ...buttons);

export const showError: Show = (text, ...buttons) =>
  vscode.window.showErrorMessage(plainMessage(text), ...buttons);

/** A text in which VS Code sees no link: a message makes `[label](command:…)` one that runs a command. */
function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}
