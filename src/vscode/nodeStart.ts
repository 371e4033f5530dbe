/** Starts the extension in the Node host, which may start processes: git and the user's own terminal. */

import type { ExtensionContext } from 'vscode';
import { changeFinder, gitUserName } from './git';
import type { Started } from './start';
import { start } from './start';
import { runInTerminal } from './terminal';

/** Starts everything, with all that this host can do. */
export function startOnNode(context: ExtensionContext): Started {
  return start(context, { findAuthor: gitUserName, changedFiles: changeFinder(), runInTerminal });
}
