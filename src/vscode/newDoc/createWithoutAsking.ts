/** Creates a design doc without prompts and without opening an editor, for callers that cannot answer prompts. */

import * as vscode from 'vscode';
import { usualFolders } from '../../core/config/scope';
import { UserError } from '../../core/text/userError';
import { settings } from '../manifest/settings';
import type { Services } from '../services/services';
import { readSetting } from '../settings/settings';
import { writeNew } from './create';
import { designFolders, folderUri, homeOf } from './folders';
import { namedTemplate } from './prompts';
import { templatesToOffer } from './templatesToOffer';

/**
 * Writes the document and returns its URI. The folder is the template's design-docs folder, or else the configured one,
 * the existing one with the most documents, or the default. Throws a `UserError` on failure.
 */
export async function createWithoutAsking(
  services: Services,
  title: string,
  name: string | undefined,
  optional: boolean | undefined,
): Promise<vscode.Uri> {
  const { templates, authors, host } = services;
  const [workspaceFolder] = vscode.workspace.workspaceFolders ?? [];
  if (!workspaceFolder) {
    throw new UserError(
      'no-folder',
      vscode.l10n.t('A design doc needs a workspace folder, and none is open.'),
    );
  }
  const template = namedTemplate(await templatesToOffer(services, workspaceFolder), name);
  if (!template)
    throw new UserError('no-template', vscode.l10n.t('There is no template for a new design doc.'));
  const [fullest = usualFolders[0] ?? '.'] = await designFolders(templates, workspaceFolder);
  const path = homeOf(template) ?? (readSetting(settings.folder, workspaceFolder.uri) || fullest);
  const folder = folderUri(workspaceFolder, path);
  const author = await authors.find(folder);
  const available = templates.of(folder);
  const wanted = { folder, template: template.template, available, title, author, host, optional };
  return (await writeNew(wanted)).uri;
}
