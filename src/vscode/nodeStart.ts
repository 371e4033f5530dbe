/** Starts the extension in the Node host, which may start processes: git and the user's own terminal. */

import type { ExtensionContext } from 'vscode';
import { readyTemplates } from '../node/readyTemplates';
import { changeFinder, gitUserName } from './git';
import type { Services } from './services';
import { start } from './start';

/** Starts everything, with all that this host can do. */
export function startOnNode(context: ExtensionContext): Promise<Services> {
  return start(context, {
    findAuthor: gitUserName,
    readyTemplate: readyTemplates(context.asAbsolutePath('dist')),
    changedFiles: changeFinder(),
    runInTerminal: async (...given) => (await import('./terminal.js')).runInTerminal(...given),
  });
}
