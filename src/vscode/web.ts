/** The entry of the web worker extension host, where there are no processes and so no git. */

import type { ExtensionContext } from 'vscode';
import { start } from './start';

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  start(context);
}
