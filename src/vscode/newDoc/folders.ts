/** Determines the folder of a new design doc. */

import * as vscode from 'vscode';
import { usualFolders } from '../../core/config/scope';
import { designFolderOf, documentFolders } from '../../core/discovery/folders';
import type { TemplateSource } from '../../core/template/templateSet';
import { UserError } from '../../core/text/userError';
import { pathInside, resolveInside } from '../documents/paths';
import { settings } from '../manifest/settings';
import { markdownFiles } from '../model/markdownFiles';
import type { Templates } from '../model/templates';
import { readSetting } from '../settings/settings';

/** The folders of the design docs in a workspace folder, as relative paths; those with the most documents first. */
export async function designFolders(templates: Templates, folder: vscode.WorkspaceFolder): Promise<string[]> {
  await templates.loaded();
  const found = { documents: templates.documentsIn(folder), templates: templates.ownIn(folder) };
  return documentFolders(await markdownFiles(folder.uri), found).map((path) => path || '.');
}

/** The configured folder, or else the only existing one; undefined if the user must choose. */
export function knownFolder(folder: vscode.WorkspaceFolder, existing: readonly string[]): string | undefined {
  const [only, ...others] = existing;
  return readSetting(settings.folder, folder.uri) || (others.length === 0 ? only : undefined);
}

/** The design-docs folder that contains a template, where its documents go, too; undefined if there is none. */
export function homeOf({ path, bundled }: TemplateSource): string | undefined {
  return bundled ? undefined : designFolderOf(path);
}

/** The folders to choose from: the existing ones, that of the active file first, or the usual ones if none exists. */
export function folderItems(
  existing: readonly string[],
  activePath: string | undefined,
): vscode.QuickPickItem[] {
  if (existing.length > 0) {
    const isNear = (path: string): boolean => activePath?.startsWith(`${path}/`) ?? false;
    return [...existing]
      .sort((a, b) => Number(isNear(b)) - Number(isNear(a)))
      .map((label) => ({ label, iconPath: new vscode.ThemeIcon('folder') }));
  }
  return usualFolders.map((label) => ({
    label,
    iconPath: new vscode.ThemeIcon('new-folder'),
    description: vscode.l10n.t('new folder'),
  }));
}

/**
 * Lets the user choose a folder, and returns its path in the workspace folder; undefined if the user cancels. Throws a
 * `UserError` for a folder outside.
 */
export async function chooseFolder(
  folder: vscode.WorkspaceFolder,
  active: vscode.Uri | undefined,
): Promise<string | undefined> {
  const isInside = active !== undefined && pathInside(folder.uri, active) !== undefined;
  const chosen = await vscode.window.showOpenDialog({
    defaultUri: isInside ? vscode.Uri.joinPath(active, '..') : folder.uri,
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Keep Design Docs Here'),
  });
  const [uri] = chosen ?? [];
  if (uri === undefined) return undefined;
  const path = pathInside(folder.uri, uri);
  if (path === undefined) throw outside(folder);
  return path === '' ? '.' : path;
}

/** The URI of a path in the workspace folder. Throws a `UserError` if the path leads out of it. */
export function folderUri(folder: vscode.WorkspaceFolder, path: string): vscode.Uri {
  const uri = resolveInside(folder.uri, path);
  if (uri === undefined) throw outside(folder);
  return uri;
}

/** The error about a folder that is not inside of the workspace folder. */
export function outside(folder: vscode.WorkspaceFolder): UserError {
  const message = vscode.l10n.t(
    'The folder for design docs must lie inside the workspace folder {0}.',
    folder.name,
  );
  return new UserError('outside-folder', message);
}
