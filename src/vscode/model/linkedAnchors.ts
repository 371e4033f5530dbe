/** The anchors of Markdown files that documents link to, unsaved text included. Files are read in the background. */

import * as vscode from 'vscode';
import { maxTextLength } from '../../core/config/scope';
import type { LinkedFile } from '../../core/document/links/anchors';
import { readLinkedFile } from '../../core/document/links/anchors';
import { digest } from '../../core/text/digest';
import { openAt, savedState, savedText } from '../documents/savedFile';
import { inBatches } from './batches';

/** The debounce delay before a changed file is read again, in milliseconds: typing a heading changes its anchor. */
const PAUSE = 300;

interface KnownAnchors {
  readonly anchors: LinkedFile | undefined;
  /** Equal anchors have equal signatures. */
  readonly signature: string;
}

const NOTHING: KnownAnchors = { anchors: undefined, signature: '' };

/**
 * Answers synchronously from its cache and fires an event when an answer changes. An unread file has no anchors yet.
 */
export class LinkedAnchors implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, KnownAnchors>();
  /** Files that the next read covers, by URI. */
  private readonly pending = new Map<string, vscode.Uri>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly watcher = vscode.workspace.createFileSystemWatcher(
    '**/*.{md,markdown}',
    false,
    false,
    false,
  );
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    const again = (uri: vscode.Uri): void => this.readAgain(uri);
    this.subscriptions = [
      this.watcher,
      this.watcher.onDidCreate(again),
      this.watcher.onDidChange(again),
      this.watcher.onDidDelete(again),
      vscode.workspace.onDidChangeTextDocument(({ document }) => again(document.uri)),
      // Closing a document discards its unsaved text.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => again(uri)),
    ];
  }

  /** The cached anchors of a file in the workspace; undefined if it has not been read yet or is not readable. */
  of(uri: vscode.Uri): LinkedFile | undefined {
    const key = uri.toString();
    const known = this.known.get(key);
    if (known) return known.anchors;
    // A provisional answer, so that each file is read once.
    this.known.set(key, NOTHING);
    if (this.pending.size === 0) queueMicrotask(() => void this.read());
    this.pending.set(key, uri);
    return undefined;
  }

  private readAgain(uri: vscode.Uri): void {
    if (!this.known.has(uri.toString())) return;
    this.pending.set(uri.toString(), uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), PAUSE);
  }

  /** Reads all pending files, and fires one event if any anchors changed. */
  private async read(): Promise<void> {
    const uris = [...this.pending.values()];
    this.pending.clear();
    const changes = await inBatches(uris, async (uri) => {
      const anchors = await readAnchors(uri);
      const entry = { anchors, signature: signatureOf(anchors) };
      const hasChanged = this.known.get(uri.toString())?.signature !== entry.signature;
      this.known.set(uri.toString(), entry);
      return hasChanged;
    });
    if (changes.includes(true)) this.changed.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

/** The anchors of the current text of a file; undefined if it is not readable or too long. */
export async function readAnchors(uri: vscode.Uri): Promise<LinkedFile | undefined> {
  const text = await currentText(uri);
  return text === undefined || text.length > maxTextLength ? undefined : readLinkedFile(text);
}

/** The text of the open document, unsaved changes included, or else of the saved file. */
async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  const open = openAt(uri);
  if (open) return open.getText();
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

/**
 * A string that changes whenever the text of a file changes; empty if there is no file. A closed file is identified by
 * its fingerprint, and is read only if it is racily clean.
 */
export async function textVersion(uri: vscode.Uri): Promise<string> {
  const open = openAt(uri);
  if (open) return digest(open.getText());
  const state = await savedState(uri);
  return state ? (state.fingerprint ?? digest(await savedText(uri))) : '';
}

function signatureOf(file: LinkedFile | undefined): string {
  return file
    ? JSON.stringify([[...file.lines.keys()], file.names, [...file.agreed], file.succession, file.rows])
    : '';
}
