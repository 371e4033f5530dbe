/** What only some extension hosts can do. The web worker host can do none of it. */

import type { Uri } from 'vscode';
import type { FindAuthor } from './authors';

export interface Host {
  readonly findAuthor?: FindAuthor;
  /** The files under a folder that count and differ from a state of them that git knows; undefined if it cannot tell. */
  readonly changedFiles?: (
    folder: Uri,
    state: string,
    counts: (file: string) => boolean,
  ) => Promise<readonly string[] | undefined>;
  /** Types a command line into a new terminal, with the file for `{file}` in it. Throws a `UserError` if it cannot. */
  readonly runInTerminal?: (command: string, file: Uri, folder: Uri | undefined) => void;
}
