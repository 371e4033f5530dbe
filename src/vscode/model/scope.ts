/** Decides which open documents the extension handles. */

import * as vscode from 'vscode';
import type { Config } from '../../core/config/config';
import { isCandidate, isDesignDoc } from '../../core/config/scope';
import { pathInWorkspace } from '../documents/paths';

/** The URI schemes of documents outside of workspace folders. Other schemes, such as `git`, are not files. */
const SCHEMES = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);

/**
 * Whether a document is a design doc: `always` because of its path, `titled` only if its title starts like a
 * template's, or `never`.
 */
export function scopeOf(document: vscode.TextDocument, config: Config): 'always' | 'titled' | 'never' {
  const { uri, languageId } = document;
  if (languageId !== 'markdown') return 'never';
  if (!SCHEMES.has(uri.scheme) && vscode.workspace.getWorkspaceFolder(uri) === undefined) return 'never';
  const path = pathInWorkspace(uri);
  if (isDesignDoc(path, config)) return 'always';
  return document.isUntitled || isCandidate(path, config) ? 'titled' : 'never';
}
