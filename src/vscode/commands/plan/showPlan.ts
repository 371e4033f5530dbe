import * as vscode from 'vscode';
import { readDocument } from '../../documents/commandArguments';
import { openInUsersEditor } from '../../documents/openInUsersEditor';
import type { Command } from '../command';

/** Shows the Plan view and focuses it; with the row or the URI of a document, on the plan of that document. */
export const showPlan: Command = async (_services, argument) => {
  const uri = readDocument(argument);
  if (uri) await openInUsersEditor(uri, { preserveFocus: true, preview: true });
  await vscode.commands.executeCommand('designDocs.plan.focus');
};
