/** The YAML files that describe folders, whose README is a design doc. Files are read in the background. */

import * as vscode from 'vscode';
import { metadataFile } from '../../core/template/metadataFile';
import { savedText } from '../documents/savedFile';

/** Answers synchronously from its cache and fires an event when an answer changes. */
export class FolderMetadata implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, string | undefined>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml}');
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    const again = (uri: vscode.Uri): void => {
      const folder = vscode.Uri.joinPath(uri, '..');
      if (this.known.has(keyOf(folder))) void this.read(folder);
    };
    this.subscriptions = [
      this.watcher,
      this.watcher.onDidCreate(again),
      this.watcher.onDidChange(again),
      this.watcher.onDidDelete(again),
    ];
  }

  /** The text of the file that describes a folder; undefined if there is none or it has not been read yet. */
  of(folder: vscode.Uri): string | undefined {
    const key = keyOf(folder);
    if (!this.known.has(key)) {
      // A provisional answer, so that each folder is read once.
      this.known.set(key, undefined);
      void this.read(folder);
    }
    return this.known.get(key);
  }

  private async read(folder: vscode.Uri): Promise<void> {
    const entries = await vscode.workspace.fs.readDirectory(folder).then(
      (found) => found,
      () => [],
    );
    const name = metadataFile(entries.map(([file]) => file));
    const text = name === undefined ? undefined : await savedText(vscode.Uri.joinPath(folder, name));
    if (this.known.get(keyOf(folder)) === text) return;
    this.known.set(keyOf(folder), text);
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

/** One key for a folder, whether or not its URI ends with a slash. */
function keyOf(folder: vscode.Uri): string {
  return folder.toString().replace(/\/+$/, '');
}
