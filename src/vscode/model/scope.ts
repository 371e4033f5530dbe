/** Which open documents concern the extension at all. */

import * as vscode from 'vscode';
import type { Config } from '../../core/config/config';
import { isCandidate, isDesignDoc } from '../../core/config/scope';
import { pathInWorkspace } from '../documents/paths';

/** Where documents live that are not in a workspace folder; other schemes show what is not a file at all. */
const SCHEMES = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);

/** Whether a document is a design doc: by its folder, or only if its title opens as a template's does. */
export function scopeOf(document: vscode.TextDocument, config: Config): 'always' | 'titled' | 'never' {
  const { uri, languageId } = document;
  if (languageId !== 'markdown') return 'never';
  if (!SCHEMES.has(uri.scheme) && vscode.workspace.getWorkspaceFolder(uri) === undefined) return 'never';
  const path = pathInWorkspace(uri);
  if (isDesignDoc(path, config)) return 'always';
  return document.isUntitled || isCandidate(path, config) ? 'titled' : 'never';
}
