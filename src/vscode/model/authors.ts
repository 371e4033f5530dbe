/** Who writes: the configured author, else whoever the host finds, such as git's user. */

import * as vscode from 'vscode';
import { oneLineName } from '../../core/template/naming';
import { settings } from '../manifest/settings';
import { changesSetting, readSetting } from '../settings/settings';
import type { Configs } from './configs';

/** The host's way to learn who writes in a folder. */
export type FindAuthor = (folder: vscode.Uri | undefined) => Promise<string | undefined>;

/** Knows the author for each folder, and says when an answer becomes better. */
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

  /** The author as far as known now. What is not known yet is looked for, and announced when found. */
  of(resource: vscode.Uri): string | undefined {
    const configured = this.configured(resource);
    if (configured !== undefined) return configured;
    void this.search(resource);
    return this.found.get(folderKey(resource));
  }

  /** The author, however long it takes to find out. */
  async find(resource: vscode.Uri): Promise<string | undefined> {
    return this.configured(resource) ?? (await this.search(resource));
  }

  /** The project's own word comes before the editor's. */
  private configured(resource: vscode.Uri): string | undefined {
    return this.configs.of(resource).author ?? oneLineName(readSetting(settings.author, resource));
  }

  private search(resource: vscode.Uri): Promise<string | undefined> {
    const { findAuthor } = this;
    // A repository that nobody trusts yet may carry git settings of its own.
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
