/** Follows changes of files and folders: templates, the configuration, the targets of links. */

import type { WorkspaceFolder } from 'vscode-languageserver/node';
import {
  CodeLensRefreshRequest,
  DidChangeWatchedFilesNotification,
  WatchKind,
} from 'vscode-languageserver/node';
import type { Diagnostics } from './diagnostics';
import type { Services } from './services';

/** How long to wait after a change for the next one, in milliseconds: a checkout changes many files. */
const PAUSE_MS = 150;

/** The files whose text counts; of any other one, whether it exists. */
const WATCHERS = [
  { globPattern: '**/*.{md,markdown,json,yaml,yml}' },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** Reads everything again after a change. A client that does not watch files reports what it opens and saves. */
export function followChanges(services: Services, diagnostics: Diagnostics): void {
  const { connection, client, folders, projects, documents, log } = services;
  let waiting: NodeJS.Timeout | undefined;
  const renew = (): void => {
    projects.renew();
    diagnostics.renew();
    if (client.refreshesLenses) {
      connection
        .sendRequest(CodeLensRefreshRequest.type)
        .catch((error: unknown) => log.failed('refreshing the lenses', error));
    }
  };
  const renewLater = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(renew, PAUSE_MS);
  };

  if (client.watchesFiles) connection.onDidChangeWatchedFiles(renewLater);
  else {
    documents.texts.onDidOpen(() => projects.renew());
    documents.texts.onDidSave(renewLater);
  }
  connection.onInitialized(() => {
    if (client.watchesFiles) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS })
        .catch((error: unknown) => log.failed('watching files', error));
    }
    if (!client.reportsFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const missing = folders.change(urisOf(added), urisOf(removed));
      log.missing(missing);
      renew();
    });
  });
}

function urisOf(folders: readonly WorkspaceFolder[]): string[] {
  return folders.map(({ uri }) => uri);
}
