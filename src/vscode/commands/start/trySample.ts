import * as vscode from 'vscode';
import { textProperty } from '../../documents/commandArguments';
import { openInUsersEditor } from '../../documents/openInUsersEditor';
import { openAt, savedText } from '../../documents/savedFile';
import type { Command } from '../command';

/** The files in media/sample, which a web host cannot list. The last one is opened; the others are its context. */
const FILES = ['0001-tide-tables.md', '0002-flood-alerts.md'];

type Choice = 'continue' | 'startOver';

/**
 * Opens design docs that the user can change to try things out. They are copies in the extension's storage, so that
 * nothing is added to the workspace, and none is needed. If the user has changed them before, they are kept or written
 * anew, as the argument's `choice` or the user says.
 */
export const trySample: Command = async ({ extensionUri, storage }, argument) => {
  const sources = FILES.map((name) => vscode.Uri.joinPath(extensionUri, 'media', 'sample', name));
  const texts = await Promise.all(sources.map(textOf));
  // The name of the folder makes them design docs outside of all workspaces, too.
  const folder = vscode.Uri.joinPath(storage, 'sample', 'design_docs');
  const copies = FILES.map((name) => vscode.Uri.joinPath(folder, name));
  const current = await Promise.all(copies.map(textOf));
  const isChanged = current.some((text, at) => text !== '' && text !== texts[at]);
  const choice = isChanged ? (readChoice(argument) ?? (await askChoice())) : 'startOver';
  if (choice === undefined) return;
  for (const [at, copy] of copies.entries()) {
    const text = texts[at] ?? '';
    const isKept = current[at] === text || (current[at] !== '' && choice === 'continue');
    if (!isKept) await writeText(copy, text);
  }
  const shown = copies.at(-1);
  if (shown) await openInUsersEditor(shown);
  await vscode.commands.executeCommand('designDocs.plan.focus', { preserveFocus: true });
};

/** The text as the editor has it, else as it is saved; empty if there is no such file. */
async function textOf(uri: vscode.Uri): Promise<string> {
  return openAt(uri)?.getText() ?? savedText(uri);
}

/** Writes a file. The text of an open document is replaced by an edit, which can be undone. */
async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  const document = openAt(uri);
  if (!document) return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

function readChoice(argument: unknown): Choice | undefined {
  const given = textProperty(argument, 'choice');
  return given === 'continue' || given === 'startOver' ? given : undefined;
}

async function askChoice(): Promise<Choice | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly choice: Choice })[] = [
    { label: vscode.l10n.t('Continue with your changes'), choice: 'continue' },
    { label: vscode.l10n.t('Start over'), choice: 'startOver' },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Try on a Sample'),
    placeHolder: vscode.l10n.t('You have changed the sample before.'),
  });
  return picked?.choice;
}
