/** The entry of the web worker extension host, where there are no processes and so no git. */

import type { ExtensionContext } from 'vscode';
import { wait } from './wait';

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  wait(context, async () => (await import('./start.js')).start);
}
