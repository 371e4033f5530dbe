/** The author of new documents: the configured one, or else the one that the host finds, such as git's user. */

import * as vscode from 'vscode';
import { oneLineName } from '../../core/template/naming';
import { settings } from '../manifest/settings';
import { changesSetting, readSetting } from '../settings/settings';
import type { Configs } from './configs';

/** Finds the author in a folder, or outside of all folders; undefined if unknown. */
export type FindAuthor = (folder: vscode.Uri | undefined) => Promise<string | undefined>;

/** The author for each folder. Fires an event when an author may have changed. */
export class Authors implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly searches = new Map<string, Promise<string | undefined>>();
  private readonly found = new Map<string, string>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly configs: Configs,
    private readonly findAuthor: FindAuthor | undefined,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesSetting(event, settings.author)) this.changed.fire();
      }),
    ];
  }

  /** The author known now. If there is none, starts a search, and `onDidChange` fires when it finds one. */
  of(resource: vscode.Uri): string | undefined {
    const configured = this.configured(resource);
    if (configured !== undefined) return configured;
    void this.search(resource);
    return this.found.get(folderKey(resource));
  }

  /** The author; awaits the search if there is no configured one. */
  async find(resource: vscode.Uri): Promise<string | undefined> {
    return this.configured(resource) ?? (await this.search(resource));
  }

  /** The project's configuration overrides the editor's setting. */
  private configured(resource: vscode.Uri): string | undefined {
    return this.configs.of(resource).author ?? oneLineName(readSetting(settings.author, resource));
  }

  private search(resource: vscode.Uri): Promise<string | undefined> {
    const { findAuthor } = this;
    // Git does not run in an untrusted workspace, whose repository may bring its own git settings.
    if (findAuthor === undefined || !vscode.workspace.isTrusted) return Promise.resolve(undefined);
    const key = folderKey(resource);
    const running = this.searches.get(key);
    if (running) return running;
    const search = findAuthor(vscode.workspace.getWorkspaceFolder(resource)?.uri).then((author) => {
      if (author !== undefined) {
        this.found.set(key, author);
        this.changed.fire();
      }
      return author;
    });
    this.searches.set(key, search);
    return search;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

function folderKey(resource: vscode.Uri): string {
  return vscode.workspace.getWorkspaceFolder(resource)?.uri.toString() ?? '';
}
