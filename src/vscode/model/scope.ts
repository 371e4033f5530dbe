/** Decides which open documents the extension handles. */

import * as vscode from 'vscode';
import type { Config } from '../../core/config/config';
import { isCandidate } from '../../core/config/scope';
import { isExpectedFile } from '../../core/features/shown';
import { pathInWorkspace } from '../documents/paths';

/**
 * The URI schemes of documents outside of workspace folders. Other schemes, such as `git`, are not files. The storage of
 * extensions in a browser is `vscode-userdata`.
 */
const SCHEMES = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-userdata']);

/** Whether a document may be a design doc: `expected` because of its path, `possible` if it follows a template, or `never`. */
export function scopeOf(document: vscode.TextDocument, config: Config): 'expected' | 'possible' | 'never' {
  const { uri, languageId } = document;
  if (languageId !== 'markdown') return 'never';
  if (!SCHEMES.has(uri.scheme) && vscode.workspace.getWorkspaceFolder(uri) === undefined) return 'never';
  const path = pathInWorkspace(uri);
  if (isExpectedFile(path, config)) return 'expected';
  return isCandidate(path, config) || document.isUntitled ? 'possible' : 'never';
}
