/** The entry of the Node extension host: the one that may start processes, which are git and the user's own terminal. */

import type { ExtensionContext } from 'vscode';
import { changedFiles, gitUserName } from './git';
import { offerMcpServer } from './mcpServer';
import { start } from './start';
import { runInTerminal } from './terminal';

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  start(context, { findAuthor: gitUserName, changedFiles, runInTerminal });
  context.subscriptions.push(offerMcpServer(context));
}
