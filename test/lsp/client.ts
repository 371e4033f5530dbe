/** An editor: a client with documents that it changes. */

import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientCapabilities, Range, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bundle, ENVIRONMENT } from '../cli/program';
import type { Found } from './session';
import { Session, uriOf } from './session';

/** What editors of today can do. */
export const MODERN: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    rename: { prepareSupport: true },
  },
  general: { positionEncodings: ['utf-8', 'utf-16'] },
};

/** How a client is set up. */
interface Setup {
  readonly capabilities?: ClientCapabilities;
  /** The workspace's folders; null for a client that knows none. */
  readonly folders?: readonly string[] | null;
  readonly processId?: number;
}

const servers: ChildProcess[] = [];

/** An editor as the tests use it. */
export class Editor extends Session {
  readonly documents = new Map<string, TextDocument>();

  /** The findings of the current version of a file. */
  async findings(file: string): Promise<readonly Found[]> {
    const { version } = this.document(file);
    return (await this.until(() => this.listsOf(file).findLast((list) => list.version === version)))
      .diagnostics;
  }

  async open(file: string, text: string, languageId = 'markdown'): Promise<void> {
    const uri = uriOf(file);
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  document(file: string): TextDocument {
    return this.documents.get(uriOf(file)) ?? assert.fail(`${file} is not open`);
  }

  text(file: string): string {
    return this.document(file).getText();
  }

  /** Replaces a range; without one, the whole text. */
  async edit(file: string, text: string, range?: Range): Promise<void> {
    const document = this.document(file);
    const version = document.version + 1;
    const contentChanges = [range ? { range, text } : { text }];
    TextDocument.update(document, contentChanges, version);
    const textDocument = { uri: document.uri, version };
    await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  /** Replaces the first occurrence of a text, as typing does. */
  async type(file: string, before: string, after: string): Promise<void> {
    const document = this.document(file);
    const at = document.getText().indexOf(before);
    assert.ok(at >= 0, `${before} is not in ${file}`);
    const range = { start: document.positionAt(at), end: document.positionAt(at + before.length) };
    await this.edit(file, after, range);
  }

  /** A request on a file. */
  request<T>(method: string, file: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri: uriOf(file) }, ...params });
  }

  /** Applies an edit to open documents, as an editor does: only to the version that it is for. */
  override apply({ documentChanges = [] }: WorkspaceEdit): void {
    for (const change of documentChanges) {
      assert.ok(TextDocumentEdit.is(change));
      const { uri, version } = change.textDocument;
      const document = this.documents.get(uri);
      if (!document) continue;
      assert.equal(version, document.version, 'the edit is for another version');
      void this.edit(fileURLToPath(uri), TextDocument.applyEdits(document, change.edits as []));
    }
  }

  /** Tells the server that files have changed on the disk. */
  async changed(...files: string[]): Promise<void> {
    const changes = files.map((file) => ({ uri: uriOf(file), type: 2 }));
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }
}

/** Starts a server on a folder; it ends with the tests. */
export async function editorOn(folder: string, setup: Setup = {}): Promise<Editor> {
  const { capabilities = MODERN, folders = [folder], processId = process.pid } = setup;
  const server = spawn(process.execPath, [bundle(), 'lsp', '--stdio'], {
    cwd: folder,
    env: ENVIRONMENT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  servers.push(server);
  const editor = new Editor(server);
  const workspaceFolders = folders?.map((name) => ({ uri: pathToFileURL(name).href, name })) ?? null;
  const rootUri = workspaceFolders?.[0]?.uri ?? null;
  editor.started = await editor.connection.sendRequest('initialize', {
    processId,
    capabilities,
    rootUri,
    workspaceFolders,
  });
  await editor.connection.sendNotification('initialized', {});
  return editor;
}

/** The position of a text in a document. */
export function positionOf(document: TextDocument, text: string): { line: number; character: number } {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `"${text}" is not there`);
  return document.positionAt(at);
}

after(() => {
  for (const server of servers) server.kill();
});
