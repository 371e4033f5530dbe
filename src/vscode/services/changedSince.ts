/** What has changed since a step was verified, where git may be asked. */

import * as vscode from 'vscode';
import { isDesignDoc } from '../../core/config/scope';
import type { Services } from './services';

/**
 * The files of a folder that differ from a named state of them, design docs aside; undefined if nobody can tell. A
 * repository that nobody trusts yet may carry git settings of its own.
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
