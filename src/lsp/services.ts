/** What the answers to requests share. */

import type { Connection } from 'vscode-languageserver/node';
import type { Client } from './client';
import type { OpenDocuments } from './documents';
import type { Folders } from './folders';
import type { Log } from './log';
import type { Projects } from './projects';

/** The parts of a server that has been initialized. */
export interface Services {
  readonly connection: Connection;
  readonly client: Client;
  readonly folders: Folders;
  readonly projects: Projects;
  readonly documents: OpenDocuments;
  readonly log: Log;
}
