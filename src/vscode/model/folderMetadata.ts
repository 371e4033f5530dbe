/** The YAML files that describe folders, whose README is a design doc. Files are read in the background. */

import * as vscode from 'vscode';
import { maxTextLength } from '../../core/config/scope';
import { metadataFile } from '../../core/folder/metadataFile';
import { savedState, savedText } from '../documents/savedFile';

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
    const text = await readMetadata(folder);
    if (this.known.get(keyOf(folder)) === text) return;
    this.known.set(keyOf(folder), text);
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

/** The file that describes a folder; undefined if there is none. */
export async function findMetadata(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  // A symbolic link may lead out of the workspace.
  const plain = entries.filter(([, type]) => type === vscode.FileType.File);
  const name = metadataFile(plain.map(([file]) => file));
  return name === undefined ? undefined : vscode.Uri.joinPath(folder, name);
}

/** The text of the file that describes a folder; undefined if there is none, or if it is too long. */
export async function readMetadata(folder: vscode.Uri): Promise<string | undefined> {
  const file = await findMetadata(folder);
  const state = file && (await savedState(file));
  return file && state && state.size <= maxTextLength ? savedText(file) : undefined;
}

/** One key for a folder, whether or not its URI ends with a slash. */
function keyOf(folder: vscode.Uri): string {
  return folder.toString().replace(/\/+$/, '');
}
