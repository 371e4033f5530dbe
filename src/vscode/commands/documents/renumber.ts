import * as vscode from 'vscode';
import { numberOf, readFileNumber } from '../../../core/folder/fileNumber';
import { nextNumber } from '../../../core/folder/newFileName';
import { ownName } from '../../../core/folder/ownName';
import { isIndexName } from '../../../core/folder/readIndex';
import { renumberedName } from '../../../core/folderIndex/renumber';
import { UserError } from '../../../core/text/userError';
import { textProperty } from '../../documents/commandArguments';
import { baseName } from '../../documents/paths';
import { documentOfArgument } from '../../documentsView/target';
import { renameDocument } from '../../listing/renameDocument';
import { takenNames } from '../../newDoc/create';
import type { Command } from '../command';

/**
 * Gives the document at `uri` of the argument, or the active one, another number: renames its file and rewrites the
 * links to it, as one edit. The argument may provide the `number`; otherwise the user is asked, with the next free one.
 */
export const renumber: Command = async (services, argument) => {
  const uri = documentOfArgument(services, argument);
  if (isIndexName(baseName(uri)) && numberOf(ownName(uri.path)) !== undefined) {
    throw new UserError(
      'number-of-folder',
      vscode.l10n.t('The number of this document is in the name of its folder. Rename the folder instead.'),
    );
  }
  const taken = await takenNames(services.host, vscode.Uri.joinPath(uri, '..'));
  const number = textProperty(argument, 'number') ?? (await askForNumber(baseName(uri), taken));
  if (number === undefined) return;
  const wrong = faultOf(number, taken);
  if (wrong !== undefined) throw new UserError('number-taken', wrong);
  await renameDocument(uri, renumberedName(baseName(uri), number));
};

async function askForNumber(name: string, taken: readonly string[]): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Renumber {0}', name),
    prompt: vscode.l10n.t('The new number. Links to the document are rewritten in all Markdown files.'),
    value: nextNumber(taken, readFileNumber(name)?.prefix),
    validateInput: (value) => faultOf(value, taken),
  });
}

function faultOf(number: string, taken: readonly string[]): string | undefined {
  if (!/^\d{1,6}$/.test(number)) return vscode.l10n.t('A number has one to six digits.');
  return taken.some((name) => numberOf(name) === Number(number))
    ? vscode.l10n.t('The number {0} is taken in this folder, or on a branch.', number)
    : undefined;
}
