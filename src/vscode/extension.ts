/** The entry of the Node extension host: the one place that may start a process, and it starts only git. */

import type { ExtensionContext } from 'vscode';
import { gitUserName } from './git';
import { start } from './start';

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  start(context, gitUserName);
}
