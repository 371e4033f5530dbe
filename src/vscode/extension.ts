/** The entry of the Node extension host. */

import type { ExtensionContext } from 'vscode';
import { offerCheckTask } from './activation/checkTask';
import { activateLazily } from './activation/lazyActivation';
import type { PreviewExtension } from './preview/plugin';
import { offerMcpServer } from './tools/mcpServer';

/** Called by VS Code. */
export function activate(context: ExtensionContext): PreviewExtension {
  const preview = activateLazily(
    context,
    async () => (await import('./activation/startOnNode.js')).startOnNode,
  );
  context.subscriptions.push(offerMcpServer(context), offerCheckTask(context));
  return preview;
}
