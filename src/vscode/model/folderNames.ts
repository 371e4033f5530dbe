/** The names of the entries in folders. Reads folders in the background and caches the answers. */

import * as vscode from 'vscode';

/** The debounce delay after a change in a folder, in milliseconds: a change of branch makes many. */
const PAUSE = 300;

/** Answers synchronously from its cache and fires an event when an answer changes. An unread folder has no names yet. */
export class FolderNames implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, readonly string[]>();
  /** Folders that the next read covers, by URI. */
  private readonly pending = new Map<string, vscode.Uri>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The names in a folder, sorted. */
  of(folder: vscode.Uri): readonly string[] {
    const key = folder.toString();
    const known = this.known.get(key);
    if (known) return known;
    // A provisional answer, so that each folder is read once.
    this.known.set(key, []);
    if (this.pending.size === 0) queueMicrotask(() => void this.read());
    this.pending.set(key, folder);
    return [];
  }

  /** Reads a folder again if its names are in use. */
  readAgain(folder: vscode.Uri): void {
    if (!this.known.has(folder.toString())) return;
    this.pending.set(folder.toString(), folder);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), PAUSE);
  }

  /** Reads all pending folders, and fires one event if any names changed. */
  private async read(): Promise<void> {
    const folders = [...this.pending];
    this.pending.clear();
    let hasChanged = false;
    for (const [key, folder] of folders) {
      const names = await namesIn(folder);
      // A name cannot contain a slash.
      if (this.known.get(key)?.join('/') !== names.join('/')) hasChanged = true;
      this.known.set(key, names);
    }
    if (hasChanged) this.changed.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }
}

/** The names of the entries in a folder, sorted; none if it cannot be read. */
export async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (entries) => entries.map(([name]) => name).sort(),
    () => [],
  );
}
