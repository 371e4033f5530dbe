/** The document that a command is about. */

import * as vscode from 'vscode';
import { UserError } from '../../core/text/userError';
import { property, readUri } from '../documents/commandArguments';
import type { Services } from '../services/services';

/** The document of a row, of a URI or of its `uri`, else the active one. Throws a `UserError` if there is none. */
export function documentOfArgument({ active }: Pick<Services, 'active'>, argument: unknown): vscode.Uri {
  const uri = readUri(property(argument, 'uri')) ?? readUri(argument) ?? active.uri;
  if (uri && vscode.workspace.getWorkspaceFolder(uri)) return uri;
  throw new UserError('no-document', vscode.l10n.t('Open a design doc in the workspace first.'));
}
