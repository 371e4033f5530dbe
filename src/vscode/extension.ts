/** The entry of the Node extension host. */

import type { ExtensionContext } from 'vscode';
import { wait } from './activation/lazyActivation';
import { offerMcpServer } from './tools/mcpServer';

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  wait(context, async () => (await import('./activation/startOnNode.js')).startOnNode);
  context.subscriptions.push(offerMcpServer(context));
}
