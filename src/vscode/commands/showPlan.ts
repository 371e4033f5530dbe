import * as vscode from 'vscode';
import type { Command } from './command';

/** Brings the plan into view. */
export const showPlan: Command = async () => {
  await vscode.commands.executeCommand('designDocs.plan.focus');
};
