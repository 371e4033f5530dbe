import * as vscode from 'vscode';
import { property, readUri } from '../documents/commandArguments';
import type { Command } from './command';

/** Shows the Plan view and focuses it; with the row or the URI of a document, on the plan of that document. */
export const showPlan: Command = async (_services, argument) => {
  const uri = readUri(property(argument, 'uri')) ?? readUri(argument);
  if (uri) await vscode.window.showTextDocument(uri, { preserveFocus: true });
  await vscode.commands.executeCommand('designDocs.plan.focus');
};
