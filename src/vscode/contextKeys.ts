/** Context keys, which menus, keys and welcome texts depend on. */

import * as vscode from 'vscode';
import type { ContextKey } from './manifest/when';
import type { Services } from './services';

const known = new Map<ContextKey, unknown>();

/** Sets a context key. A call goes to VS Code's window, so a value that is set already is not set again. */
export function setContext(key: ContextKey, value: unknown): void {
  if (known.get(key) === value) return;
  known.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}

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
