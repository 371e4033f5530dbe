/** Which document the Plan view shows: the last active design doc, or the one to which it is pinned. */

import * as vscode from 'vscode';
import type { ActiveDocument } from '../documents/activeDocument';
import { readUri } from '../documents/commandArguments';
import type { Analyses } from '../model/analyses';

/** The key under which the document is stored between sessions. */
const KEY = 'plan.document';

interface Remembered {
  readonly uri: string;
  readonly pinned: boolean;
}

/** Follows the active design doc, and keeps the last one while another kind of file is active. */
export class PlanDocument implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when the view must show another document, or new text of a document that is not open. */
  readonly onDidChange = this.changed.event;
  private shownUri: vscode.Uri | undefined;
  private isPinned = false;
  /** The document that was loaded for the view. It stays usable after VS Code closes it. */
  private loaded: { readonly document: vscode.TextDocument; readonly version: number } | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly active: ActiveDocument,
    private readonly analyses: Analyses,
    private readonly state: vscode.Memento,
  ) {
    const files = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown}');
    const reload = (uri: vscode.Uri): void => {
      if (this.shows(uri) && this.opened === undefined) void this.load();
    };
    this.subscriptions = [
      files,
      files.onDidChange(reload),
      files.onDidCreate(reload),
      files.onDidDelete(reload),
      active.onDidChange(() => this.follow()),
      analyses.onDidChange((document) => {
        if (document === active.document) this.follow();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.onClosed(document)),
      vscode.workspace.onDidRenameFiles(({ files: renamed }) => {
        const uri = this.shownUri && movedUri(this.shownUri, renamed);
        if (uri) this.show(uri, this.isPinned);
      }),
    ];
    this.restore();
    this.follow();
  }

  /** The open document, or else the one that was loaded for the view. */
  get document(): vscode.TextDocument | undefined {
    return this.opened ?? this.loaded?.document;
  }

  /** True if the view stays on its document. */
  get pinned(): boolean {
    return this.isPinned;
  }

  /** Keeps the view on its current document. */
  pin(): void {
    if (this.shownUri) this.show(this.shownUri, true);
  }

  /** Makes the view follow the active design doc again. */
  unpin(): void {
    if (this.shownUri) this.show(this.shownUri, false);
    this.follow();
  }

  private get opened(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find(({ uri }) => this.shows(uri));
  }

  private shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.shownUri?.toString();
  }

  private follow(): void {
    const { document } = this.active;
    if (this.isPinned || !document || this.shows(document.uri)) return;
    if (this.analyses.of(document) !== undefined) this.show(document.uri, false);
  }

  private show(uri: vscode.Uri, pinned: boolean): void {
    const same = this.shows(uri);
    this.shownUri = uri;
    this.isPinned = pinned;
    const remembered: Remembered = { uri: uri.toString(), pinned };
    void this.state.update(KEY, remembered);
    if (!same) this.loaded = undefined;
    if (this.document) this.changed.fire();
    else void this.load();
  }

  private restore(): void {
    const remembered = this.state.get<Partial<Remembered>>(KEY);
    const uri = readUri(remembered?.uri);
    if (uri && uri.scheme !== 'untitled') this.show(uri, remembered?.pinned === true);
  }

  /** Loads the saved text again, unless the view already has it: unsaved changes may have been discarded. */
  private onClosed(document: vscode.TextDocument): void {
    if (!this.shows(document.uri)) return;
    const { loaded } = this;
    if (loaded?.document !== document || loaded.version !== document.version) void this.load();
  }

  /** Loads the document, which need not be open. If that fails, the view shows no document. */
  private async load(): Promise<void> {
    const { shownUri } = this;
    if (!shownUri) return;
    const document = await read(shownUri);
    if (!this.shows(shownUri)) return;
    this.loaded = document && { document, version: document.version };
    if (!document) this.isPinned = false;
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

async function read(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  // A closed untitled document no longer exists, and opening it would create a new one with the same name.
  if (uri.scheme === 'untitled') return undefined;
  return vscode.workspace.openTextDocument(uri).then(
    (document) => document,
    () => undefined,
  );
}

/** Where a file is after renames of it or of a folder around it; undefined if it was not moved. */
function movedUri(uri: vscode.Uri, renamed: vscode.FileRenameEvent['files']): vscode.Uri | undefined {
  const path = `${uri.path}/`;
  const found = renamed.find(
    ({ oldUri }) => uri.scheme === oldUri.scheme && path.startsWith(`${oldUri.path}/`),
  );
  return found && uri.with({ path: found.newUri.path + uri.path.slice(found.oldUri.path.length) });
}
