/** The entry of the Node extension host. */

import type { ExtensionContext } from 'vscode';
import { offerMcpServer } from './mcpServer';
import { wait } from './wait';

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  wait(context, async () => (await import('./nodeStart.js')).startOnNode);
  context.subscriptions.push(offerMcpServer(context));
}
