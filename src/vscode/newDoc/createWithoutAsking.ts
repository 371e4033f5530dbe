/** Creates a design doc without prompts and without opening an editor, for callers that cannot answer prompts. */

import * as vscode from 'vscode';
import { usualFolders } from '../../core/config/scope';
import { severalFolders } from '../../core/discovery/folders';
import { UserError } from '../../core/text/userError';
import type { WantedDocument } from '../../core/tools/documentStore';
import { settings } from '../manifest/settings';
import type { Templates } from '../model/templates';
import type { Services } from '../services/services';
import { readSetting } from '../settings/settings';
import { writeNew } from './create';
import { designFolders, folderUri, homeOf } from './folders';
import { namedTemplate } from './prompts';
import { templatesToOffer } from './templatesToOffer';

/**
 * Writes the document and returns its URI. Without a given folder, it is the template's design-docs folder, or else the
 * configured one, the only existing one, or the default. Throws a `UserError` on failure, also if there are several.
 */
export async function createWithoutAsking(
  services: Services,
  { title, template: name, dir, optional }: WantedDocument,
): Promise<vscode.Uri> {
  const { templates, authors, host } = services;
  const [workspaceFolder] = vscode.workspace.workspaceFolders ?? [];
  if (!workspaceFolder) {
    throw new UserError(
      'no-folder',
      vscode.l10n.t('A design doc needs a workspace folder, and none is open.'),
    );
  }
  const configured = readSetting(settings.folder, workspaceFolder.uri);
  const { sources } = await templatesToOffer(services, workspaceFolder, {
    path: dir ?? (configured || '.'),
    isNamed: name !== undefined,
  });
  const template = namedTemplate(sources, name);
  if (!template)
    throw new UserError('no-template', vscode.l10n.t('There is no template for a new design doc.'));
  const path = dir ?? homeOf(template) ?? (configured || (await onlyFolder(templates, workspaceFolder)));
  const folder = folderUri(workspaceFolder, path);
  const author = await authors.find(folder);
  const wanted = { folder, template: template.template, templates, title, author, host, optional };
  return (await writeNew(wanted)).uri;
}

async function onlyFolder(templates: Templates, folder: vscode.WorkspaceFolder): Promise<string> {
  const folders = await designFolders(templates, folder);
  const [only = usualFolders[0] ?? '.', ...others] = folders;
  if (others.length === 0) return only;
  throw severalFolders(folders, 'Call new_doc again with one of them as "dir".');
}
