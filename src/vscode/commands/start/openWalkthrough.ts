import * as vscode from 'vscode';
import { WALKTHROUGH } from '../../manifest/walkthrough';
import type { Command } from '../command';

/** The extension as its manifest names it: `publisher.name`. */
const EXTENSION = 'design-docs.design-docs';

/** Opens the walkthrough on the Welcome page. */
export const openWalkthrough: Command = async () => {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${EXTENSION}#${WALKTHROUGH}`);
};
