import * as vscode from 'vscode';
import { renumberedName } from '../../core/folderIndex/renumber';
import { newFileName, numberOf } from '../../core/template/naming';
import { UserError } from '../../core/text/userError';
import { textProperty } from '../documents/commandArguments';
import { baseName } from '../documents/paths';
import { documentOfArgument } from '../documentsView/target';
import { renameDocument } from '../listing/renameDocument';
import { namesIn } from '../model/folderNames';
import type { Services } from '../services/services';
import type { Command } from './command';

/**
 * Gives the document at `uri` of the argument, or the active one, another number: renames its file and rewrites the
 * links to it, as one edit. The argument may provide the `number`; otherwise the user is asked, with the next free one.
 */
export const renumber: Command = async (services, argument) => {
  const uri = documentOfArgument(services, argument);
  const taken = await takenNames(services, vscode.Uri.joinPath(uri, '..'));
  const number = textProperty(argument, 'number') ?? (await askForNumber(baseName(uri), taken));
  if (number === undefined) return;
  const wrong = faultOf(number, taken);
  if (wrong !== undefined) throw new UserError('number-taken', wrong);
  await renameDocument(uri, renumberedName(baseName(uri), number));
};

/** The names in a folder, and those that it has on any branch. */
async function takenNames({ host }: Services, folder: vscode.Uri): Promise<string[]> {
  const onBranches = vscode.workspace.isTrusted ? await host.namesOnBranches?.(folder) : undefined;
  return [...(await namesIn(folder)), ...(onBranches ?? [])];
}

async function askForNumber(name: string, taken: readonly string[]): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Renumber {0}', name),
    prompt: vscode.l10n.t('The new number. Links to the document are rewritten in all Markdown files.'),
    value: /^\d+/.exec(newFileName('', taken))?.[0] ?? '',
    validateInput: (value) => faultOf(value, taken),
  });
}

function faultOf(number: string, taken: readonly string[]): string | undefined {
  if (!/^\d{1,6}$/.test(number)) return vscode.l10n.t('A number has one to six digits.');
  return taken.some((name) => numberOf(name) === Number(number))
    ? vscode.l10n.t('The number {0} is taken in this folder, or on a branch.', number)
    : undefined;
}
