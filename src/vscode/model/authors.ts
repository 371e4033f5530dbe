/**
 * The author of new documents: the configured one, or else the one that the host finds, such as git's user, or else the
 * one that the user has given.
 */

import * as vscode from 'vscode';
import { oneLineName } from '../../core/folder/naming';
import { settings } from '../manifest/settings';
import { changesSetting, readSetting } from '../settings/settings';
import type { Configs } from './configs';

/** The key under which the author is stored that the user has given; empty if the user wants none. */
const KEY = 'author';

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
    private readonly memory: vscode.Memento,
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
    return this.found.get(folderKey(resource)) ?? this.remembered;
  }

  /** The author; awaits the search if there is no configured one. */
  async find(resource: vscode.Uri): Promise<string | undefined> {
    return this.configured(resource) ?? (await this.search(resource)) ?? this.remembered;
  }

  /** True once the user has been asked, also if the answer was empty. */
  get wasAsked(): boolean {
    return this.memory.get<unknown>(KEY) !== undefined;
  }

  /** Remembers the user's answer for all workspaces. */
  async remember(answer: string): Promise<void> {
    await this.memory.update(KEY, oneLineName(answer) ?? '');
    this.changed.fire();
  }

  private get remembered(): string | undefined {
    const answer = this.memory.get<unknown>(KEY);
    return typeof answer === 'string' ? oneLineName(answer) : undefined;
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
