/** Starts the extension in the Node host: the one that may start processes, which are git and the user's own terminal. */

import type { ExtensionContext } from 'vscode';
import { changedFiles, gitUserName } from './git';
import type { Services } from './services';
import { start } from './start';
import { runInTerminal } from './terminal';

/** Starts every feature, with all that this host can do. */
export function startOnNode(context: ExtensionContext): Services {
  return start(context, { findAuthor: gitUserName, changedFiles, runInTerminal });
}
