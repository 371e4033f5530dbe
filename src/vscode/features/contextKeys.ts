/** The context keys of menus and keys: whether a design doc is active, what the cursor is on, which files are design docs. */

import * as vscode from 'vscode';
import { taskKind } from '../../core/features/taskKind';
import type { IndexedFile, Services } from '../services/services';
import { setContext } from '../settings/setContext';

/** How long the cursor rests before its line is looked up, in milliseconds: typing moves it, and is not to wait for that. */
const PAUSE = 100;

/** Keeps `designDocs.active` true while the active document is a design doc. */
export function contextKeys({ active, analyses }: Services): vscode.Disposable {
  const update = (): void => {
    const { document } = active;
    setContext('designDocs.active', document !== undefined && analyses.of(document) !== undefined);
  };
  update();
  return vscode.Disposable.from(
    active.onDidChange(update),
    analyses.onDidChange((document) => {
      if (document === active.document) update();
    }),
  );
}

/** Keeps `designDocs.cursor` what the cursor is on, which decides on entries of the editor's menu. */
export function cursorKey({ analyses }: Services): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = (): void => {
    const editor = vscode.window.activeTextEditor;
    const analysis = editor && analyses.of(editor.document);
    setContext('designDocs.cursor', analysis && taskKind(analysis.plan, editor.selection.active.line));
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
      // A press of the right button opens the menu at once.
      if (kind === vscode.TextEditorSelectionChangeKind.Mouse) update();
      else later();
    }),
    analyses.onDidChange((document) => document === vscode.window.activeTextEditor?.document && later()),
    vscode.window.onDidChangeActiveTextEditor(later),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

/** Keeps `designDocs.files` and `designDocs.folders`, by which the Explorer's menu knows design docs. */
export function fileKeys({ index }: Services): vscode.Disposable {
  const update = (files: readonly IndexedFile[]): void => {
    setContext('designDocs.files', pathsOf(files.map(({ uri }) => uri)));
    setContext('designDocs.folders', pathsOf(files.map(({ uri }) => vscode.Uri.joinPath(uri, '..'))));
  };
  if (index.known) update(index.known);
  return index.onDidChange(update);
}

/**
 * The paths as VS Code's menus know them: those of the system for local files, else those of the URI. Its window and the
 * extension see a remote file under different schemes.
 */
function pathsOf(uris: readonly vscode.Uri[]): string[] {
  return [...new Set(uris.flatMap(({ fsPath, path }) => [fsPath, path]))].sort();
}
