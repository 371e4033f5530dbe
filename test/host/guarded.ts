/** What the suites about changes by other programs share. */

import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { answerYes, place, until, write } from './support';

export const STEP = '- [ ] Step 2: Write the store';
export const TICKED = CLEAN.replace(STEP, STEP.replace('[ ]', '[x]'));
export const LOST = CLEAN.replace('- Forecasts of the weather.\n', '- Nothing else.\n');

/** Writes a file past VS Code, as another program does; in the web, where only VS Code has files, with VS Code. */
export async function writeOutside(path: string, text: string): Promise<void> {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs');
  if (fs) fs.writeFileSync(place(path).fsPath, text);
  else await write(path, text);
}

/** Waits until a file that is written gets a later time than one that is there: the clock of files is coarse. */
export async function afterTimeOf(path: string): Promise<void> {
  const { mtime } = await vscode.workspace.fs.stat(place(path));
  await until(`a later time than that of ${path}`, async () => {
    const probe = await write('.git/probe', '');
    return (await vscode.workspace.fs.stat(probe)).mtime > mtime;
  });
}

/** The difference in the active tab. */
function shownDiff(): vscode.TabInputTextDiff | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? input : undefined;
}

/** Presses Show Changes of the message about one document, and waits for its difference. */
export async function showMessage(uri: vscode.Uri): Promise<vscode.TabInputTextDiff> {
  await answerYes(() => shownDiff()?.modified.toString() === uri.toString());
  return until('the difference', shownDiff);
}

/** True once the differences of several documents are shown. Throws if that of one is. */
export function showsSeveral(): boolean {
  if (shownDiff()) throw new Error('One document got its own message.');
  const { label = '' } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  return label.startsWith('Design docs that another program changed');
}

export async function textAt(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

export const isReported = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.commands.executeCommand('designDocs.showWhatChanged', { uri });
export const takeBack = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.commands.executeCommand('designDocs.takeBackChange', { uri });
