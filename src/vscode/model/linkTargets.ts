/** Which of the files that documents link to exist. Looks files up in the background and caches the answers. */

import * as vscode from 'vscode';
import type { Files } from '../../core/rules/rule';
import { inBatches } from './batches';
import { FolderMetadata } from './folderMetadata';
import { FolderNames, namesIn } from './folderNames';
import { LinkedAnchors } from './linkedAnchors';

/** Answers synchronously from its cache and fires an event when an answer changes. Unknown files count as existing. */
export class LinkTargets implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, boolean>();
  /** Files that the next lookup checks. */
  private readonly pending: vscode.Uri[] = [];
  private readonly names = new FolderNames();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  private readonly anchors = new LinkedAnchors();
  private readonly metadata = new FolderMetadata();
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    this.subscriptions = [
      this.watcher,
      this.anchors,
      this.anchors.onDidChange(() => this.changed.fire()),
      this.metadata,
      this.metadata.onDidChange(() => this.changed.fire()),
      this.names,
      this.names.onDidChange(() => this.changed.fire()),
      this.watcher.onDidCreate((uri) => this.forget(uri)),
      this.watcher.onDidDelete((uri) => this.forget(uri)),
      // A watcher may miss events in a folder that was created a moment ago, so missing files are checked again.
      vscode.workspace.onDidCreateFiles(() => void this.recheckMissing()),
      vscode.workspace.onDidRenameFiles(() => void this.recheckMissing()),
      vscode.workspace.onDidSaveTextDocument(() => void this.recheckMissing()),
    ];
  }

  /** The files that a document's links can refer to; undefined for an untitled document, which has no folder yet. */
  around(document: vscode.Uri): Files | undefined {
    if (document.scheme === 'untitled') return undefined;
    const resolve = (path: string): vscode.Uri => resolved(document, path);
    return {
      exists: (path) => {
        const root = path.startsWith('/') ? rootMark(document) : undefined;
        // In a subfolder of a repository, absolute paths count from the repository's root, which is outside.
        return (root !== undefined && !this.exists(root)) || this.exists(resolve(path));
      },
      beside: (path) => {
        const folder = parentOf(resolve(path));
        return isOutside(folder) ? [] : this.names.of(folder);
      },
      anchors: (path) => {
        const uri = resolve(path);
        return isOutside(uri) ? undefined : this.anchors.of(uri);
      },
      metadata: (path) => {
        const folder = resolve(path);
        return isOutside(folder) ? undefined : this.metadata.of(folder);
      },
      isSelf: (path) => resolve(path).toString() === document.toString(),
    };
  }

  private exists(uri: vscode.Uri): boolean {
    if (isOutside(uri)) return true;
    const known = this.known.get(uri.toString());
    if (known === undefined) {
      // A provisional answer, so that each file is looked up once.
      this.known.set(uri.toString(), true);
      if (this.pending.push(uri) === 1) queueMicrotask(() => void this.lookUp());
    }
    return known ?? true;
  }

  /** Looks up all pending files, and fires one event if any are missing. */
  private async lookUp(): Promise<void> {
    const missing = await inBatches(this.pending.splice(0), async (uri) => {
      const isMissing = !(await isThere(uri));
      if (isMissing) this.known.set(uri.toString(), false);
      return isMissing;
    });
    if (missing.includes(true)) this.changed.fire();
  }

  /** Checks missing files again. Files that are still missing keep their findings, so that those do not flicker. */
  private async recheckMissing(): Promise<void> {
    const missing = [...this.known].filter(([, found]) => !found).map(([key]) => key);
    const found = await inBatches(missing, (key) => isThere(vscode.Uri.parse(key)));
    const created = missing.filter((_, index) => found[index]);
    for (const key of created) this.known.set(key, true);
    if (created.length > 0) this.changed.fire();
  }

  /** Removes a created or deleted file or folder, and everything in it, from the cache. */
  private forget(uri: vscode.Uri): void {
    const own = uri.toString();
    const stale = [...this.known.keys()].filter((key) => key === own || key.startsWith(`${own}/`));
    for (const key of stale) this.known.delete(key);
    if (stale.length > 0) this.changed.fire();
    this.names.readAgain(parentOf(uri));
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

/**
 * True if a path in a document leads to an existing file or folder, or out of the workspace, where nothing is checked.
 */
export async function leadsSomewhere(document: vscode.Uri, path: string): Promise<boolean> {
  const uri = resolved(document, path);
  const root = path.startsWith('/') ? rootMark(document) : undefined;
  const isCheckedAnchor = !isOutside(uri) && (root === undefined || (await isThere(root)));
  return !isCheckedAnchor || isThere(uri);
}

/** The names in the folder to which a path in a document leads; none outside of the workspace. */
export async function siblingNames(document: vscode.Uri, path: string): Promise<readonly string[]> {
  const folder = parentOf(resolved(document, path));
  return isOutside(folder) ? [] : namesIn(folder);
}

/** Resolves a path in a document. A path that starts with `/` is relative to the document's workspace folder. */
export function resolved(document: vscode.Uri, path: string): vscode.Uri {
  const root = path.startsWith('/') ? vscode.workspace.getWorkspaceFolder(document)?.uri : undefined;
  return root ? vscode.Uri.joinPath(root, path) : vscode.Uri.joinPath(document, '..', path);
}

/** The `.git` entry of a document's workspace folder, which exists if the folder is the root of a repository. */
function rootMark(document: vscode.Uri): vscode.Uri | undefined {
  const root = vscode.workspace.getWorkspaceFolder(document)?.uri;
  return root && vscode.Uri.joinPath(root, '.git');
}

/**
 * True outside of all workspace folders, where nothing is looked up: a document must not make the editor probe the
 * disk.
 */
export function isOutside(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) === undefined;
}

/** False only for `FileNotFound`: a file system that fails otherwise must not make links look broken. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    (error: unknown) => !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound'),
  );
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}
