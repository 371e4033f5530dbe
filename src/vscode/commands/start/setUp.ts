import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../../core/config/config';
import { explainNothing } from '../../../core/discovery/explain';
import type { Group } from '../../../core/discovery/groups';
import { configNaming, groupByTemplate } from '../../../core/discovery/groups';
import type { ListedJson } from '../../../core/json/documents';
import { property } from '../../documents/commandArguments';
import { shownTemplatePath } from '../../documents/documentPaths';
import { statOf } from '../../documents/savedFile';
import { listDocuments } from '../../listing/listDocuments';
import { localized } from '../../localization/localized';
import { showInformation } from '../../messages/show';
import { markdownFiles } from '../../model/markdownFiles';
import { askWorkspaceFolder } from '../../newDoc/workspaceFolder';
import type { Services } from '../../services/services';
import type { Command } from '../command';

/**
 * Shows which templates and documents were found, and writes a configuration that names the templates that the user
 * picks. The argument may provide them: `templates`, a list of paths.
 */
export const setUp: Command = async (services, argument) => {
  const folder = await askWorkspaceFolder(services.active.uri);
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
  if (await statOf(file)) {
    await vscode.window.showTextDocument(file);
    return;
  }
  await services.templates.refresh();
  const own = services.templates.ownIn(folder);
  if (own.length === 0) {
    const names = services.templates.bundled.map(({ name }) => name);
    const lines = explainNothing(await markdownFiles(folder.uri), own, names);
    void showInformation(lines.map(localized).join(' '));
    return;
  }
  const given = property(argument, 'templates');
  const chosen = Array.isArray(given)
    ? own.filter((path) => given.includes(path))
    : await chooseTemplates(folder, own, await documentGroups(services));
  if (chosen === undefined || chosen.length === 0) return;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(configNaming(chosen)));
  await vscode.window.showTextDocument(file);
};

async function documentGroups(services: Services): Promise<readonly Group[]> {
  const documents: ListedJson[] = [];
  for await (const document of listDocuments(services)) documents.push(document);
  return groupByTemplate(documents);
}

/** The templates that the user picks, those with the most documents first; undefined if the user cancels. */
async function chooseTemplates(
  folder: vscode.WorkspaceFolder,
  own: readonly string[],
  groups: readonly Group[],
): Promise<readonly string[] | undefined> {
  const items = own
    .map((path) => {
      const shown = shownTemplatePath(folder.uri, path);
      const documents = groups.find(({ templatePath }) => templatePath === shown)?.documents.length ?? 0;
      const description =
        documents === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', documents);
      return { label: path, description, documents, picked: true };
    })
    .sort((a, b) => b.documents - a.documents);
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Set Up Design Docs'),
    placeHolder: vscode.l10n.t('Which of these are templates? {0} will name them.', CONFIG_FILE),
  });
  return picked?.map(({ label }) => label);
}
