/** Lists the files that changed since a step was verified, in trusted workspaces with git. */

import * as vscode from 'vscode';
import { isDesignDoc } from '../../core/config/scope';
import type { Services } from './services';

/**
 * The files of a folder that differ from a git state such as a commit, without design docs; undefined if unknown. Git
 * runs only in a trusted workspace, since a repository may bring its own git settings.
 */
export async function changedSince(
  { host, configs }: Services,
  folder: vscode.WorkspaceFolder | undefined,
  state: string,
): Promise<readonly string[] | undefined> {
  if (!folder || !host.changedFiles || !vscode.workspace.isTrusted) return undefined;
  const config = configs.of(folder.uri);
  return host.changedFiles(folder.uri, state, (file) => !isDesignDoc(file, config));
}
