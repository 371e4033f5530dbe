/** Which document the Plan view shows: the last design doc that the user looked at, or the one that it is pinned to. */

import * as vscode from 'vscode';
import type { ActiveDocument } from '../documents/activeDocument';
import { readUri } from '../documents/commandArguments';
import type { Analyses } from '../model/analyses';

/** Where the document is remembered from one session to the next. */
const KEY = 'plan.document';

interface Remembered {
  readonly uri: string;
  readonly pinned: boolean;
}

/** Follows the user from design doc to design doc, and stays with the last one while they work on something else. */
export class PlanDocument implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when the view is to show another document, or the text of one that no editor shows. */
  readonly onDidChange = this.changed.event;
  private own: vscode.Uri | undefined;
  private isPinned = false;
  /** The text as it was read for the view. It lasts when VS Code closes the document. */
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
        const moved = renamed.find(({ oldUri }) => this.shows(oldUri));
        if (moved) this.show(moved.newUri, this.isPinned);
      }),
    ];
    this.restore();
    this.follow();
  }

  /** The document, as it stands or as it was when it was closed. */
  get document(): vscode.TextDocument | undefined {
    return this.opened ?? this.loaded?.document;
  }

  get pinned(): boolean {
    return this.isPinned;
  }

  /** Keeps the view at the document that it shows. */
  pin(): void {
    if (this.own) this.show(this.own, true);
  }

  /** Lets the view follow the user again. */
  unpin(): void {
    if (this.own) this.show(this.own, false);
    this.follow();
  }

  private get opened(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find(({ uri }) => this.shows(uri));
  }

  private shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.own?.toString();
  }

  private follow(): void {
    const { document } = this.active;
    if (this.isPinned || !document || this.shows(document.uri)) return;
    if (this.analyses.of(document) !== undefined) this.show(document.uri, false);
  }

  private show(uri: vscode.Uri, pinned: boolean): void {
    const same = this.shows(uri);
    this.own = uri;
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

  /** What was thrown away unsaved is not what the view is to show. */
  private onClosed(document: vscode.TextDocument): void {
    if (!this.shows(document.uri)) return;
    const { loaded } = this;
    if (loaded?.document !== document || loaded.version !== document.version) void this.load();
  }

  /** Reads the document, which may be open in no editor. One that cannot be read is shown no more. */
  private async load(): Promise<void> {
    const { own } = this;
    if (!own) return;
    const document = await read(own);
    if (!this.shows(own)) return;
    this.loaded = document && { document, version: document.version };
    if (!document) this.isPinned = false;
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

async function read(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  // A document that was never saved is gone when it is closed; opening it would make a new one of its name.
  if (uri.scheme === 'untitled') return undefined;
  return vscode.workspace.openTextDocument(uri).then(
    (document) => document,
    () => undefined,
  );
}
