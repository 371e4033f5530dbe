/** The document that a command is about. */

import * as vscode from 'vscode';
import { UserError } from '../../core/text/userError';
import { readDocument } from '../documents/commandArguments';
import type { Services } from '../services/services';

/** The document of a row, of a URI or of its `uri`, else the active one. Throws a `UserError` if there is none. */
export function documentOfArgument({ active }: Pick<Services, 'active'>, argument: unknown): vscode.Uri {
  const uri = readDocument(argument) ?? active.uri;
  if (uri && vscode.workspace.getWorkspaceFolder(uri)) return uri;
  throw new UserError('no-document', vscode.l10n.t('Open a design doc in the workspace first.'));
}

/** The documents of the selected rows or files, each once, as VS Code gives them in a menu's second argument. */
export function selectedDocuments(selection: unknown): readonly vscode.Uri[] {
  const rows: readonly unknown[] = Array.isArray(selection) ? selection : [];
  const uris = rows.flatMap((row) => readDocument(row) ?? []);
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

/** The documents of the selected rows, or of `documentOfArgument` if there are none. */
export function documentsOfArguments(
  services: Pick<Services, 'active'>,
  argument: unknown,
  selection: unknown,
): readonly vscode.Uri[] {
  const uris = selectedDocuments(selection);
  return uris.length > 0 ? uris : [documentOfArgument(services, argument)];
}
