/** Lists the files that changed since a step was verified, in trusted workspaces with git. */

import * as vscode from 'vscode';
import type { Services } from './services';

/**
 * The files of a folder that differ from a git state such as a commit, without design docs; undefined if unknown. Git
 * runs only in a trusted workspace, since a repository may bring its own git settings.
 */
export async function changedSince(
  { host, templates }: Services,
  folder: vscode.WorkspaceFolder | undefined,
  state: string,
): Promise<readonly string[] | undefined> {
  if (!folder || !host.changedFiles || !vscode.workspace.isTrusted) return undefined;
  await templates.refresh();
  const design = new Set([...templates.documentsIn(folder), ...templates.ownIn(folder)]);
  return host.changedFiles(folder.uri, state, (file) => !design.has(file));
}
