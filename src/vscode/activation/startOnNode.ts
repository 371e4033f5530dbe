/** Starts the extension in the Node host, which can run git and open the user's terminal. */

import type { ExtensionContext } from 'vscode';
import { runInTerminal } from '../handOff/terminal';
import {
  defaultBranches,
  fileStates,
  gitBranch,
  gitFullVersion,
  gitHistory,
  gitUserName,
  namesOnBranches,
} from '../model/git';
import type { Started } from './start';
import { start } from './start';

/** Starts the extension with the capabilities of the Node host. */
export function startOnNode(context: ExtensionContext): Started {
  return start(context, {
    findAuthor: gitUserName,
    branchOf: gitBranch,
    fileStates: fileStates(),
    defaultBranch: defaultBranches(),
    namesOnBranches,
    fullVersion: gitFullVersion,
    history: gitHistory,
    runInTerminal,
  });
}
