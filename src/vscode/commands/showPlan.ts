import * as vscode from 'vscode';
import type { Command } from './command';

/** Shows the Plan view and focuses it. */
export const showPlan: Command = async () => {
  await vscode.commands.executeCommand('designDocs.plan.focus');
};
