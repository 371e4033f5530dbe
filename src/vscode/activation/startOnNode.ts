/** Starts the extension in the Node host, which may start processes: git and the user's own terminal. */

import type { ExtensionContext } from 'vscode';
import { runInTerminal } from '../handOff/terminal';
import { changeFinder, gitUserName } from '../model/git';
import type { Started } from './start';
import { start } from './start';

/** Starts everything, with all that this host can do. */
export function startOnNode(context: ExtensionContext): Started {
  return start(context, { findAuthor: gitUserName, changedFiles: changeFinder(), runInTerminal });
}
