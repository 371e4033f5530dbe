/** Which of the files that documents link to exist. Files are looked up in the background, and answers kept. */

import * as vscode from 'vscode';
import type { Files } from '../core/rules/rule';

/** Answers at once with what is known, and says when it knows better. What is not known yet counts as there. */
export class LinkTargets implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, boolean>();
  /** The names in the folders of missing files, for the nearest of them. */
  private readonly names = new Map<string, readonly string[]>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    this.subscriptions = [
      this.watcher,
      this.watcher.onDidCreate((uri) => this.forget(uri)),
      this.watcher.onDidDelete((uri) => this.forget(uri)),
      // A watcher may miss what happens in a folder that was made a moment ago; what was missing is asked for again.
      vscode.workspace.onDidCreateFiles(() => void this.askAgain()),
      vscode.workspace.onDidRenameFiles(() => void this.askAgain()),
      vscode.workspace.onDidSaveTextDocument(() => void this.askAgain()),
    ];
  }

  /** The files around a document; undefined for one that was never saved, which has no place yet. */
  around(document: vscode.Uri): Files | undefined {
    if (document.scheme === 'untitled') return undefined;
    const resolve = (path: string): vscode.Uri => vscode.Uri.joinPath(document, '..', path);
    return {
      exists: (path) => this.exists(resolve(path)),
      beside: (path) => this.names.get(parentOf(resolve(path)).toString()) ?? [],
    };
  }

  private exists(uri: vscode.Uri): boolean {
    if (isOutside(uri)) return true;
    const known = this.known.get(uri.toString());
    if (known === undefined) {
      // Until the answer is there, nothing is asked twice.
      this.known.set(uri.toString(), true);
      void this.lookUp(uri);
    }
    return known ?? true;
  }

  private async lookUp(uri: vscode.Uri): Promise<void> {
    if (await isThere(uri)) return;
    const folder = parentOf(uri);
    const entries = await vscode.workspace.fs.readDirectory(folder).then(
      (list) => list,
      () => [],
    );
    this.names.set(
      folder.toString(),
      entries.map(([name]) => name),
    );
    this.known.set(uri.toString(), false);
    this.changed.fire();
  }

  /** What is there by now is no longer missing; what is not stays so without a flicker. */
  private async askAgain(): Promise<void> {
    const missing = [...this.known].filter(([, found]) => !found).map(([key]) => key);
    const found = await Promise.all(missing.map((key) => isThere(vscode.Uri.parse(key))));
    const come = missing.filter((_, index) => found[index]);
    for (const key of come) this.known.set(key, true);
    if (come.length > 0) this.changed.fire();
  }

  /** Something came or went; what was known of it, and of what lies in it, is asked for again. */
  private forget(uri: vscode.Uri): void {
    const own = uri.toString();
    const stale = [...this.known.keys()].filter((key) => key === own || key.startsWith(`${own}/`));
    for (const key of stale) this.known.delete(key);
    if (stale.length > 0) this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

/** True if there is something at a path beside a document, or if that lies where nobody looks. */
export async function leadsSomewhere(document: vscode.Uri, path: string): Promise<boolean> {
  const uri = vscode.Uri.joinPath(document, '..', path);
  return isOutside(uri) || isThere(uri);
}

/** A document must not make the editor look around outside of the workspace. */
function isOutside(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) === undefined;
}

/** Only a clear no is one: a file system that cannot tell must not make links look broken. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    (error: unknown) => !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound'),
  );
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}
