/** Which open documents concern the extension at all. */

import * as vscode from 'vscode';
import type { Config } from '../core/config';
import { parseDocument } from '../core/document';
import { isCandidate, isDesignDoc } from '../core/scope';
import { isTitled } from '../core/select';
import type { Template } from '../core/template';
import { pathInWorkspace } from './paths';

/** Where documents live that are not in a workspace folder; other schemes show what is not a file at all. */
const SCHEMES = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);

/** True for a design doc: by its folder, or by a title that opens as a template's does. */
export function isInScope(
  document: vscode.TextDocument,
  templates: readonly Template[],
  config: Config,
): boolean {
  const { uri, languageId } = document;
  if (languageId !== 'markdown') return false;
  if (!SCHEMES.has(uri.scheme) && vscode.workspace.getWorkspaceFolder(uri) === undefined) return false;
  const path = pathInWorkspace(uri);
  if (isDesignDoc(path, config)) return true;
  if (!document.isUntitled && !isCandidate(path, config)) return false;
  return isTitled(parseDocument(document.getText()), templates);
}
