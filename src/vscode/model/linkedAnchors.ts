/** The anchors of Markdown files that documents link to, as they are typed or saved. Answers come in the background. */

import * as vscode from 'vscode';
import { longestText } from '../../core/config/scope';
import type { Anchors } from '../../core/document/anchors';
import { anchorsOfText } from '../../core/document/anchors';
import { digest } from '../../core/text/digest';
import { openAt, savedState, savedText } from '../documents/savedFile';
import { inBatches } from './batches';

/** How long after the last change a file is read, in milliseconds: typing a heading changes it with each letter. */
const PAUSE = 300;

interface KnownAnchors {
  readonly anchors: Anchors | undefined;
  /** Equal for equal anchors. */
  readonly signature: string;
}

const NOTHING: KnownAnchors = { anchors: undefined, signature: '' };

/** Answers at once from what is known, and fires an event when that changes. An unread file has no anchors yet. */
export class LinkedAnchors implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, KnownAnchors>();
  /** What is about to be read. */
  private readonly asked = new Map<string, vscode.Uri>();
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
      // What was typed and not saved is gone with the editor.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => again(uri)),
    ];
  }

  /** The anchors of a file in the workspace, as far as they are known. */
  of(uri: vscode.Uri): Anchors | undefined {
    const key = uri.toString();
    const known = this.known.get(key);
    if (known) return known.anchors;
    // Until the answer is there, nothing is asked twice.
    this.known.set(key, NOTHING);
    if (this.asked.size === 0) queueMicrotask(() => void this.read());
    this.asked.set(key, uri);
    return undefined;
  }

  private readAgain(uri: vscode.Uri): void {
    if (!this.known.has(uri.toString())) return;
    this.asked.set(uri.toString(), uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), PAUSE);
  }

  /** Reads all files that were asked for, and tells of what is new once. */
  private async read(): Promise<void> {
    const uris = [...this.asked.values()];
    this.asked.clear();
    const news = await inBatches(uris, async (uri) => {
      const anchors = await readAnchors(uri);
      const own = { anchors, signature: signatureOf(anchors) };
      const isNew = this.known.get(uri.toString())?.signature !== own.signature;
      this.known.set(uri.toString(), own);
      return isNew;
    });
    if (news.includes(true)) this.changed.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

/** The anchors of a file as it stands; undefined if it cannot be read. */
export async function readAnchors(uri: vscode.Uri): Promise<Anchors | undefined> {
  const text = await currentText(uri);
  return text === undefined || text.length > longestText ? undefined : anchorsOfText(text);
}

/** What is typed comes before what is saved. */
async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  const open = openAt(uri);
  if (open) return open.getText();
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

/** Changes with the text of a file, which is read only if it is open or racily clean; empty if there is none. */
export async function textVersion(uri: vscode.Uri): Promise<string> {
  const open = openAt(uri);
  if (open) return digest(open.getText());
  const state = await savedState(uri);
  return state ? (state.fingerprint ?? digest(await savedText(uri))) : '';
}

function signatureOf(anchors: Anchors | undefined): string {
  return anchors ? JSON.stringify([[...anchors.lines.keys()], anchors.names, [...anchors.agreed]]) : '';
}
