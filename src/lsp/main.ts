/** The language server, over standard input and output. */

import type { Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver/node';
import {
  CodeActionKind,
  createConnection,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TRIGGER_CHARACTERS } from '../core/features/completion';
import { installedVersion } from '../node/program/install';
import { answerRequests } from './answers';
import { followChanges } from './changes';
import type { Client } from './client';
import { readClient } from './client';
import { FIX_ALL } from './codeActions';
import { Diagnostics } from './diagnostics';
import { OpenDocuments } from './documents';
import { Folders } from './folders';
import { commandNames } from './lenses';
import { Log } from './log';
import { Projects } from './projects';

/** Answers a client on standard input and output. The process ends with the client. */
export async function serve(): Promise<void> {
  const connection = createConnection(process.stdin, process.stdout);
  connection.onInitialize((params) => ({
    capabilities: start(connection, params),
    serverInfo: { name: 'design-docs', version: installedVersion() },
  }));
  // The connection ends the process on `exit`, at the end of its input, and when the client's process has gone.
  const exit = new Promise<void>((resolve) => connection.onExit(resolve));
  connection.listen();
  await exit;
}

/** Starts to serve a client, and returns what it is offered. */
function start(connection: Connection, params: InitializeParams): ServerCapabilities {
  const client = readClient(params.capabilities);
  const log = new Log(connection);
  const folders = new Folders();
  const projects = new Projects(log.note);
  const documents = new OpenDocuments(folders, projects);
  const services = { connection, client, log, folders, projects, documents };
  const uris = foldersOf(params);
  if (uris.length === 0) log.note('The client has no workspace folder, so nothing is checked.');
  log.missing(folders.change(uris));
  const diagnostics = new Diagnostics(connection, documents, log);
  answerRequests(services);
  followChanges(services, diagnostics);
  documents.texts.listen(connection);
  return capabilitiesFor(client);
}

/** The URIs of the client's folders; an older client has one root. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

function capabilitiesFor({
  appliesEdits,
  codeActionLiterals,
  preparesRename,
  resolvesActions,
}: Client): ServerCapabilities {
  return {
    // What each client knows, and the core counts in.
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(codeActionLiterals && {
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
        ...(resolvesActions && { resolveProvider: true }),
      },
    }),
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
    documentSymbolProvider: true,
    ...(appliesEdits && {
      codeLensProvider: {},
      executeCommandProvider: { commands: [...commandNames] },
    }),
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
