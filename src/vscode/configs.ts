/** The project's configuration in each workspace folder, the same file that the command line reads. */

import * as vscode from 'vscode';
import type { Config } from '../core/config/config';
import { CONFIG_FILE, NO_CONFIG } from '../core/config/config';
import { readLevels } from '../core/config/readLevels';
import { UserError } from '../core/errors';
import { SOURCE } from './convert';
import { changesLevels, levelSettings } from './settings';
import { tell } from './tell';

/** Reads the configuration of every workspace folder, and again whenever one of them changes. */
export class Configs implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, Config>();
  private readonly problems = vscode.languages.createDiagnosticCollection(`${SOURCE}-config`);
  private loading: Promise<unknown> = Promise.resolve();
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    const files = vscode.workspace.createFileSystemWatcher(`**/${CONFIG_FILE}`);
    // One after the other, or an older text could come out last.
    const reload = (): void => {
      this.loading = this.loading.then(() => tell(this.load()));
    };
    this.subscriptions = [
      files,
      files.onDidCreate(reload),
      files.onDidChange(reload),
      files.onDidDelete(reload),
      vscode.workspace.onDidChangeWorkspaceFolders(reload),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesLevels(event)) this.changed.fire();
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.path.endsWith(`/${CONFIG_FILE}`)) reload();
      }),
    ];
    reload();
  }

  /** The configuration for a document; empty outside of all workspace folders and before the first reading. */
  of(uri: vscode.Uri): Config {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const config = (folder && this.known.get(folder.uri.toString())) ?? NO_CONFIG;
    // What the project says comes before what the editor is set to.
    return { ...config, rules: { ...readLevels(levelSettings(uri)), ...config.rules } };
  }

  /** Settles when what was asked for so far is read. */
  get loaded(): Promise<unknown> {
    return this.loading;
  }

  private async load(): Promise<void> {
    for (const folder of vscode.workspace.workspaceFolders ?? []) await this.loadFolder(folder);
    this.changed.fire();
  }

  private async loadFolder(folder: vscode.WorkspaceFolder): Promise<void> {
    const uri = vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
    const bytes = await vscode.workspace.fs.readFile(uri).then(
      (read) => read,
      // Most projects have none.
      () => undefined,
    );
    try {
      this.known.set(folder.uri.toString(), bytes ? await read(bytes) : NO_CONFIG);
      this.problems.delete(uri);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // What was good before stays in force while the file is being edited.
      this.problems.set(uri, [new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), error.message)]);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.problems, this.changed).dispose();
  }
}

async function read(bytes: Uint8Array): Promise<Config> {
  const { readConfig } = await import('../core/config/readConfig.js');
  return readConfig(new TextDecoder().decode(bytes));
}
