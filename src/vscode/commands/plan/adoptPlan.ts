import * as vscode from 'vscode';
import { planFormatOf } from '../../../core/plan/format';
import { adoptPlan as adopted } from '../../../core/planEdits/adopt';
import { UserError } from '../../../core/text/userError';
import { property, readUri } from '../../documents/commandArguments';
import { pathInWorkspace } from '../../documents/paths';
import { pickItem } from '../../inputs/pickItem';
import { markdownFiles } from '../../model/markdownFiles';
import { changePlan } from '../../plan/edits';
import type { Command } from '../command';

/** Takes the tasks of a file that another tool wrote into the plan of a design doc. The file stays as it is. */
export const adoptPlan: Command = async ({ active, analyses, edits }, argument) => {
  const uri = readUri(property(argument, 'uri')) ?? active.document?.uri;
  if (!uri) throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
  const source = readUri(property(argument, 'source')) ?? (await pick(uri));
  if (!source) return;
  const plan = analyses.of(await vscode.workspace.openTextDocument(source));
  if (!plan) {
    const name = vscode.workspace.asRelativePath(source);
    throw new UserError('no-plan', vscode.l10n.t('{0} is no plan, or is too long to be read.', name));
  }
  await changePlan(analyses, edits, uri, (analysis) => adopted(analysis, plan));
};

/** Asks for one of the files in the workspace that are plans of other tools. */
async function pick(target: vscode.Uri): Promise<vscode.Uri | undefined> {
  const lists = (vscode.workspace.workspaceFolders ?? []).map(async ({ uri }) =>
    (await markdownFiles(uri)).map((path) => vscode.Uri.joinPath(uri, path)),
  );
  const items = (await Promise.all(lists))
    .flat()
    .filter((uri) => planFormatOf(pathInWorkspace(uri)) && uri.toString() !== target.toString())
    .map((uri) => ({
      uri,
      label: vscode.workspace.asRelativePath(uri),
      description: planFormatOf(pathInWorkspace(uri))?.name ?? '',
    }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  if (items.length === 0) {
    throw new UserError(
      'no-plans',
      vscode.l10n.t('The workspace has no plan of Kiro, Spec Kit or OpenSpec to take tasks from.'),
    );
  }
  const picked = await pickItem(items, {
    placeHolder: vscode.l10n.t('The plan whose tasks are taken into this design doc'),
    matchOnDescription: true,
  });
  return picked?.uri;
}
