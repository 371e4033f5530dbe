/** Serializes the changes of each document. Each change is computed on the text to which it is applied. */

import * as vscode from 'vscode';
import type { Insertion } from '../../core/plan/change';
import type { TextEdit } from '../../core/text/text';
import { toRange, toSnippet, toWorkspaceEdit } from './convert';
import { isShown, shownResource } from './tabs';

/** The maximum number of attempts. Typing makes a pending change stale, but hardly this often in a row. */
const ATTEMPTS = 5;

/** Computes the edits on the current document: none if there is nothing to do, undefined if the change is obsolete. */
export type DocumentChange = (document: vscode.TextDocument) => readonly TextEdit[] | undefined;

/** The result of a change: applied, obsolete, or rejected by VS Code. */
export type Outcome = 'done' | 'stale' | 'failed';

/** Applies the changes of each document in the order of the calls. */
export class EditQueue implements vscode.Disposable {
  private readonly last = new Map<string, Promise<unknown>>();
  /** The files that no tab showed when they were changed, until the user opens them. */
  private readonly hidden = new Set<string>();
  private readonly subscription = vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
    const keys = (tabs: readonly vscode.Tab[]) => tabs.map((tab) => shownResource(tab)?.toString() ?? '');
    // A tab that opens during a change is VS Code's own: it shows a file whose saving takes longer than a moment.
    for (const key of keys(opened)) if (!this.last.has(key)) this.hidden.delete(key);
    for (const key of keys(closed)) this.hidden.delete(key);
  });

  /** Queues a change. Afterwards, a file that the user opened in no tab is saved, unless it had unsaved text before. */
  change(uri: vscode.Uri, change: DocumentChange): Promise<Outcome> {
    const key = uri.toString();
    const previous = this.last.get(key) ?? Promise.resolve();
    if (!isShown(uri)) this.hidden.add(key);
    const hidden = this.hidden.has(key);
    const outcome = previous.then(() => apply(uri, change, hidden));
    // The caller handles the error; the next change runs anyway.
    const settled = outcome
      .catch(() => undefined)
      .then(() => {
        if (this.last.get(key) === settled) this.last.delete(key);
      });
    this.last.set(key, settled);
    return outcome;
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

async function apply(uri: vscode.Uri, change: DocumentChange, hidden: boolean): Promise<Outcome> {
  const save = hidden && !(await vscode.workspace.openTextDocument(uri)).isDirty;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Opened at each attempt, since VS Code may close a hidden document during an attempt.
    const document = await vscode.workspace.openTextDocument(uri);
    const edits = change(document);
    if (edits === undefined) return 'stale';
    if (edits.length === 0) return 'done';
    // Nothing is awaited between computing and sending. Edits for an outdated version are rejected and computed again.
    if (await send(document, edits)) return !save || (await document.save()) ? 'done' : 'failed';
  }
  return 'failed';
}

/**
 * Sends edits for the current version of the document; false if the version is outdated. A text editor checks the
 * version when it applies the edits. A workspace edit does so, too, except for the document in the active editor: there
 * it checks too early, and text typed afterwards makes it edit the wrong position.
 */
async function send(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const editor = textEditorOf(document.uri);
  const { version } = document;
  const sent = editor
    ? await editor.edit((builder) => {
        for (const { range, newText } of edits) builder.replace(toRange(range), newText);
      })
    : await vscode.workspace.applyEdit(toWorkspaceEdit(document.uri, edits));
  // A read-only editor, and a rendered one that is still loading, report success, too, but change nothing. Of a document
  // that was closed meanwhile, the version says nothing.
  return sent && (document.isClosed || document.version !== version);
}

/**
 * Inserts the snippet that `work` returns. Nothing is awaited between computing and sending it; if the editor rejects
 * it because the text has changed, it is computed again. True if it was inserted, or if `work` returns undefined.
 */
export async function insertStops(
  editor: vscode.TextEditor,
  work: () => Insertion | undefined,
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const insertion = work();
    if (!insertion) return true;
    const { line, character } = insertion.position;
    // Without `keepWhitespace`, VS Code would change the indentation of the lines to that of the preceding line.
    const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
    const place = new vscode.Position(line, character);
    if (await editor.insertSnippet(toSnippet(insertion), place, options)) return true;
  }
  return false;
}

/** A visible text editor with a document, the active one of several; undefined if there is none. */
export function textEditorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  const key = uri.toString();
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors];
  return editors.find(({ document }) => document.uri.toString() === key);
}
