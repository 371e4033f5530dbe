import * as vscode from 'vscode';
import { UserError } from '../../../core/text/userError';
import { textProperty } from '../../documents/commandArguments';
import { baseName } from '../../documents/paths';
import { documentOfArgument } from '../../documentsView/target';
import { renameDocument } from '../../listing/renameDocument';
import { namesIn } from '../../model/folderNames';
import type { Command } from '../command';

/**
 * Gives the file of a design doc another name in its folder, and keeps the links to it. The argument may provide the
 * `name`; otherwise the user is asked.
 */
export const renameDesignDoc: Command = async (services, argument) => {
  const uri = documentOfArgument(services, argument);
  const old = baseName(uri);
  const taken = await namesIn(vscode.Uri.joinPath(uri, '..'));
  const name = textProperty(argument, 'name') ?? (await askForName(old, taken));
  if (name === undefined || name === old) return;
  const fault = faultOf(name, old, taken);
  if (fault !== undefined) throw new UserError('bad-name', fault);
  await renameDocument(uri, name);
};

async function askForName(old: string, taken: readonly string[]): Promise<string | undefined> {
  const start = /^[\d_. -]*/.exec(old)?.[0].length ?? 0;
  const end = old.lastIndexOf('.');
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Rename {0}', old),
    prompt: vscode.l10n.t('The new name of the file. Links to it are rewritten in all Markdown files.'),
    value: old,
    valueSelection: [Math.min(start, end), end],
    validateInput: (value) => faultOf(value.trim(), old, taken),
  });
}

function faultOf(name: string, old: string, taken: readonly string[]): string | undefined {
  if (!/^[^/\\\p{Cc}]+\.(?:md|markdown)$/iu.test(name)) {
    return vscode.l10n.t('A name has no slash, and ends in .md or .markdown.');
  }
  return name !== old && taken.includes(name)
    ? vscode.l10n.t('The folder already has a file {0}.', name)
    : undefined;
}
