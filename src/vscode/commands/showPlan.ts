import * as vscode from 'vscode';
import type { Command } from './command';

/** Brings the plan into view. */
export const showPlan: Command = {
  id: 'designDocs.showPlan',
  async run() {
    await vscode.commands.executeCommand('designDocs.plan.focus');
  },
};
