/** The entry of the web worker extension host, where there are no processes and so no git. */

import type { ExtensionContext } from 'vscode';
import { activateLazily } from './activation/lazyActivation';
import type { PreviewExtension } from './preview/plugin';

/** Called by VS Code. */
export function activate(context: ExtensionContext): PreviewExtension {
  return activateLazily(context, async () => (await import('./activation/start.js')).start);
}
