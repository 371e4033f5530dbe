/** Changes to documents, one after the other, each worked out on the text that it changes. */

import * as vscode from 'vscode';
import type { Insertion } from '../../core/plan/change';
import type { TextEdit } from '../../core/text/text';
import { toRange, toSnippet, toWorkspaceEdit } from './convert';
import { isShown } from './tabs';

/** A user who types while a change is on its way makes it stale; nobody types this often in a row. */
const ATTEMPTS = 5;

/** Works out a change on a document as it stands. No edits: nothing to do. Undefined: it cannot be done any more. */
export type DocumentChange = (document: vscode.TextDocument) => readonly TextEdit[] | undefined;

/** What became of a change. */
export type Outcome = 'done' | 'stale' | 'failed';

/** Applies changes to each document in the order in which they were asked for. */
export class EditQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Queues a change. A file that is not open and has no unsaved text is saved afterwards. */
  change(uri: vscode.Uri, change: DocumentChange): Promise<Outcome> {
    const key = uri.toString();
    const before = this.last.get(key) ?? Promise.resolve();
    // Asked now: where a change takes long, VS Code opens the file, because it has unsaved text.
    const hidden = !isShown(uri);
    const own = before.then(() => apply(uri, change, hidden));
    // What went wrong is its caller's to tell; the next change goes ahead.
    const settled = own
      .catch(() => undefined)
      .then(() => {
        if (this.last.get(key) === settled) this.last.delete(key);
      });
    this.last.set(key, settled);
    return own;
  }
}

async function apply(uri: vscode.Uri, change: DocumentChange, hidden: boolean): Promise<Outcome> {
  const save = hidden && !(await vscode.workspace.openTextDocument(uri)).isDirty;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Opened anew each time: a document that nobody shows may have been closed while the last attempt failed.
    const document = await vscode.workspace.openTextDocument(uri);
    const edits = change(document);
    if (edits === undefined) return 'stale';
    if (edits.length === 0) return 'done';
    // Worked out and sent off in one turn. What comes too late for the text it was made for is refused, and made anew.
    if (await send(document, edits)) return !save || (await document.save()) ? 'done' : 'failed';
  }
  return 'failed';
}

/**
 * Sends edits for the version that the document has now; false if it has moved on. An editor checks the version in
 * the moment of the change. A workspace edit does so only for documents that are not in the active editor: there, it
 * checks too early, and puts the edit where the line has been before somebody typed.
 */
async function send(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const editor = textEditorOf(document.uri);
  if (editor === undefined) return vscode.workspace.applyEdit(toWorkspaceEdit(document.uri, edits));
  const { version } = document;
  const sent = await editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toRange(range), newText);
  });
  // An editor that may not be typed in says yes as well, and does nothing.
  return sent && document.version !== version;
}

/**
 * Inserts tab stops where `work` answers, worked out and sent off in one turn: an editor refuses what comes too late
 * for the text that it was made for, and then it is made anew. True if they are in, or if `work` has nothing to insert.
 */
export async function insertStops(
  editor: vscode.TextEditor,
  work: () => Insertion | undefined,
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const insertion = work();
    if (!insertion) return true;
    const { line, character } = insertion.position;
    // VS Code would indent the lines anew, after the line that they follow.
    const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
    const place = new vscode.Position(line, character);
    if (await editor.insertSnippet(toSnippet(insertion), place, options)) return true;
  }
  return false;
}

/** A text editor that shows a document. */
export function textEditorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  const key = uri.toString();
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key);
}
