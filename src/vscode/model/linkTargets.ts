/** Which of the files that documents link to exist. Files are looked up in the background, and answers kept. */

import * as vscode from 'vscode';
import type { Files } from '../../core/rules/rule';
import { inBatches } from './batches';
import { LinkedAnchors } from './linkedAnchors';

/** Answers at once with what is known, and says when it knows better. What is not known yet counts as there. */
export class LinkTargets implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, boolean>();
  /** What is about to be looked up. */
  private readonly asked: vscode.Uri[] = [];
  /** The names in the folders of missing files, for the nearest of them. */
  private readonly names = new Map<string, readonly string[]>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  private readonly anchors = new LinkedAnchors();
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    this.subscriptions = [
      this.watcher,
      this.anchors,
      this.anchors.onDidChange(() => this.changed.fire()),
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
    const resolve = (path: string): vscode.Uri => resolved(document, path);
    return {
      exists: (path) => {
        const root = path.startsWith('/') ? rootMark(document) : undefined;
        // Where the workspace is a folder of a repository, its root is outside, and so is what counts from there.
        return (root !== undefined && !this.exists(root)) || this.exists(resolve(path));
      },
      beside: (path) => this.names.get(parentOf(resolve(path)).toString()) ?? [],
      anchors: (path) => {
        const uri = resolve(path);
        return isOutside(uri) ? undefined : this.anchors.of(uri);
      },
      isSelf: (path) => resolve(path).toString() === document.toString(),
    };
  }

  private exists(uri: vscode.Uri): boolean {
    if (isOutside(uri)) return true;
    const known = this.known.get(uri.toString());
    if (known === undefined) {
      // Until the answer is there, nothing is asked twice.
      this.known.set(uri.toString(), true);
      if (this.asked.push(uri) === 1) queueMicrotask(() => void this.lookUp());
    }
    return known ?? true;
  }

  /** Looks up all that a check has asked for, and tells of it once. */
  private async lookUp(): Promise<void> {
    const folders = new Map<string, vscode.Uri>();
    await inBatches(this.asked.splice(0), async (uri) => {
      if (await isThere(uri)) return;
      this.known.set(uri.toString(), false);
      const folder = parentOf(uri);
      folders.set(folder.toString(), folder);
    });
    await inBatches([...folders], async ([key, folder]) => this.names.set(key, await namesIn(folder)));
    if (folders.size > 0) this.changed.fire();
  }

  /** What is there by now is no longer missing; what is not stays so without a flicker. */
  private async askAgain(): Promise<void> {
    const missing = [...this.known].filter(([, found]) => !found).map(([key]) => key);
    const found = await inBatches(missing, (key) => isThere(vscode.Uri.parse(key)));
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

/** True if a path around a document leads to something in the workspace, or is not judged since it leads out of it. */
export async function leadsSomewhere(document: vscode.Uri, path: string): Promise<boolean> {
  const uri = resolved(document, path);
  const root = path.startsWith('/') ? rootMark(document) : undefined;
  const isJudged = !isOutside(uri) && (root === undefined || (await isThere(root)));
  return !isJudged || isThere(uri);
}

/** The names in the folder in which a path around a document lies; none outside of the workspace. */
export async function namesBeside(document: vscode.Uri, path: string): Promise<readonly string[]> {
  const folder = parentOf(resolved(document, path));
  return isOutside(folder) ? [] : namesIn(folder);
}

/** Where a path that a document names leads to; one that starts with `/` counts from the root of its workspace folder. */
export function resolved(document: vscode.Uri, path: string): vscode.Uri {
  const root = path.startsWith('/') ? vscode.workspace.getWorkspaceFolder(document)?.uri : undefined;
  return root ? vscode.Uri.joinPath(root, path) : vscode.Uri.joinPath(document, '..', path);
}

/** What lies at the root of a repository, if the workspace folder of a document is one. */
function rootMark(document: vscode.Uri): vscode.Uri | undefined {
  const root = vscode.workspace.getWorkspaceFolder(document)?.uri;
  return root && vscode.Uri.joinPath(root, '.git');
}

/** A document must not make the editor look around outside of the workspace. */
export function isOutside(uri: vscode.Uri): boolean {
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

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (entries) => entries.map(([name]) => name),
    () => [],
  );
}
