import * as vscode from 'vscode';
import type { Renumbering } from '../../core/folderIndex/renumber';
import { renumberEdits, renumberedName } from '../../core/folderIndex/renumber';
import { newFileName, numberOf } from '../../core/template/naming';
import { UserError } from '../../core/text/userError';
import { property, readUri, textProperty } from '../documents/commandArguments';
import { toRange } from '../documents/convert';
import { baseName, pathInside } from '../documents/paths';
import { openAt, savedText } from '../documents/savedFile';
import { inBatches } from '../model/batches';
import { namesIn } from '../model/folderNames';
import { markdownFiles } from '../model/markdownFiles';
import type { Services } from '../services/services';
import type { Command } from './command';

/**
 * Gives the document at `uri` of the argument, or the active one, another number: renames its file and rewrites the
 * links to it, as one edit. The argument may provide the `number`; otherwise the user is asked, with the next free one.
 */
export const renumber: Command = async (services, argument) => {
  const uri = readUri(property(argument, 'uri')) ?? readUri(argument) ?? services.active.uri;
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  const path = folder && pathInside(folder.uri, uri);
  if (!uri || !folder || path === undefined) {
    throw new UserError('no-document', vscode.l10n.t('Open a design doc in the workspace first.'));
  }
  const taken = await takenNames(services, vscode.Uri.joinPath(uri, '..'));
  const number = textProperty(argument, 'number') ?? (await askForNumber(baseName(uri), taken));
  if (number === undefined) return;
  const wrong = faultOf(number, taken);
  if (wrong !== undefined) throw new UserError('number-taken', wrong);
  const name = renumberedName(baseName(uri), number);
  const edit = await editFor(folder.uri, { path, name });
  edit.renameFile(uri, vscode.Uri.joinPath(uri, '..', name), { overwrite: false });
  if (await vscode.workspace.applyEdit(edit, { isRefactoring: true })) return;
  throw new UserError('not-renamed', vscode.l10n.t('VS Code could not rename {0}.', baseName(uri)));
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

/** The edits of all Markdown files. Open documents come last, and nothing is awaited between them and the result. */
async function editFor(root: vscode.Uri, renumbering: Renumbering): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const paths = await markdownFiles(root);
  const closed = await inBatches(paths, async (path) => {
    const uri = vscode.Uri.joinPath(root, path);
    return openAt(uri) ? [] : renumberEdits(await savedText(uri), path, renumbering);
  });
  paths.forEach((path, at) => {
    const uri = vscode.Uri.joinPath(root, path);
    const open = openAt(uri);
    const edits = open ? renumberEdits(open.getText(), path, renumbering) : (closed[at] ?? []);
    if (edits.length === 0) return;
    edit.set(
      uri,
      edits.map(({ range, newText }) => new vscode.TextEdit(toRange(range), newText)),
    );
  });
  return edit;
}
