/** A connection of the protocol's own package with a server as a process. */

import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import type {
  Diagnostic,
  InitializeResult,
  ProtocolConnection,
  ShowMessageParams,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A finding, whose message is never Markdown. */
export interface Found extends Diagnostic {
  message: string;
}

/** A list that the server published. */
interface Published {
  readonly version: number | undefined;
  readonly diagnostics: readonly Found[];
}

/** A connection with a server, and what the server has sent. */
export abstract class Session {
  readonly connection: ProtocolConnection;
  readonly messages: ShowMessageParams[] = [];
  readonly log: string[] = [];
  /** The globs that the server asked to watch. */
  readonly watched: string[] = [];
  started: InitializeResult = { capabilities: {} };
  private readonly published = new Map<string, Published[]>();
  private readonly waiting = new Set<() => void>();

  constructor(readonly server: ChildProcess) {
    assert.ok(server.stdout && server.stdin);
    const reader = new StreamMessageReader(server.stdout);
    this.connection = createProtocolConnection(reader, new StreamMessageWriter(server.stdin));
    // Anything on standard output that is not the protocol's fails the test.
    this.connection.onError(([error]) => this.fail(error));
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, ...list }: Published & { uri: string }) => {
        this.published.set(uri, [...(this.published.get(uri) ?? []), list]);
        this.wake();
      },
    );
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      this.wake();
    });
    this.connection.onNotification('window/showMessage', (message: ShowMessageParams) => {
      this.messages.push(message);
      this.wake();
    });
    this.connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const { method, registerOptions } of registrations)
        if (method === 'workspace/didChangeWatchedFiles')
          this.watched.push(
            ...registerOptions.watchers.map((watcher: { globPattern: string }) => watcher.globPattern),
          );
      this.wake();
    });
    this.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      this.apply(edit);
      return { applied: true };
    });
    this.connection.listen();
  }

  private error: Error | undefined;

  private fail(error: Error): void {
    this.error = error;
    this.wake();
  }

  private wake(): void {
    for (const check of this.waiting) check();
  }

  /** Resolves when `find` has a result. */
  until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (this.error) reject(this.error);
        const found = find();
        if (found === undefined) return;
        this.waiting.delete(check);
        resolve(found);
      };
      this.waiting.add(check);
      check();
    });
  }

  /** Every list that was published for a file. */
  listsOf(file: string): readonly Published[] {
    return this.published.get(uriOf(file)) ?? [];
  }

  /** The next list that is published for a file after `work`. */
  async after(file: string, work: () => unknown): Promise<Published> {
    const count = this.listsOf(file).length;
    await work();
    return this.until(() => this.listsOf(file)[count]);
  }

  /** Applies an edit to open documents. */
  protected abstract apply(edit: WorkspaceEdit): void;

  /** Ends the server as an editor does, and returns its exit status. */
  async stop(): Promise<number | null> {
    const end = once(this.server, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [status] = await end;
    return status;
  }
}

/** The URI of a file. */
export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}
