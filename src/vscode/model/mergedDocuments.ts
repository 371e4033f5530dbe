/** Which documents the default branch of their repository has as they are. Looks them up in the background. */

import * as vscode from 'vscode';
import { openAt } from '../documents/savedFile';
import type { Host } from './host';

/** The files of a repository that change when a branch moves or another one is checked out. */
const REFERENCES = '.git/{HEAD,packed-refs,refs/heads/**,refs/remotes/**}';
/** The debounce delay after a change of references, in milliseconds: one command of git changes several. */
const PAUSE = 300;

/** Answers synchronously from its cache and fires an event when an answer may have changed. */
export class MergedDocuments implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  /** The running and finished lookups, by document. */
  private readonly lookups = new Map<string, Promise<string | undefined>>();
  /** The results of the finished ones. */
  private readonly blobs = new Map<string, string | undefined>();
  /** The documents whose analysis depends on the answer. */
  private readonly asked = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly branch: Host['defaultBranch']) {
    const later = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.forget(), PAUSE);
    };
    const watcher = branch && vscode.workspace.createFileSystemWatcher(`**/${REFERENCES}`);
    this.subscriptions = [
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.forget()),
      // The references of a linked worktree or a submodule lie elsewhere, where no watcher sees them.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.asked.size > 0 && later()),
      ...(watcher
        ? [watcher, watcher.onDidCreate(later), watcher.onDidChange(later), watcher.onDidDelete(later)]
        : []),
    ];
  }

  /** True if the default branch has the text of an open document. Whether it is saved does not matter. */
  has(uri: vscode.Uri): boolean {
    const document = openAt(uri);
    if (!this.branch || !document) return false;
    const key = uri.toString();
    if (!this.asked.has(key)) {
      this.asked.add(key);
      if (!this.blobs.has(key)) void this.find(uri).then((blob) => blob !== undefined && this.changed.fire());
    }
    return this.matches(document.getText(), this.blobs.get(key));
  }

  /** The blob id of a file on the default branch; undefined if it is not there, or if git must not run. */
  async find(uri: vscode.Uri): Promise<string | undefined> {
    // Git does not run in an untrusted workspace, whose repository may bring its own git settings.
    if (!this.branch || !vscode.workspace.isTrusted || uri.scheme !== 'file') return undefined;
    const key = uri.toString();
    const running = this.lookups.get(key);
    if (running) return running;
    const lookup = this.branch.blobOf(uri).then((blob) => {
      // The branch may have moved meanwhile.
      if (this.lookups.get(key) === lookup) this.blobs.set(key, blob);
      return blob;
    });
    this.lookups.set(key, lookup);
    return lookup;
  }

  private forget(): void {
    this.branch?.forget();
    this.lookups.clear();
    this.blobs.clear();
    this.asked.clear();
    this.changed.fire();
  }

  /** True if a text is the content of a blob. */
  matches(text: string, blob: string | undefined): boolean {
    return blob !== undefined && (this.branch?.isBlob(text, blob) ?? false);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}
