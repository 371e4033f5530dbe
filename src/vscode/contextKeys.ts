/** The context key that menus and welcome texts depend on. */

import * as vscode from 'vscode';
import type { Services } from './services';

/** Keeps `designDocs.active` true while the active document is a design doc. */
export function contextKeys({ active, analyses }: Services): vscode.Disposable {
  let last: boolean | undefined;
  const update = (): void => {
    const { document } = active;
    const now = document !== undefined && analyses.of(document) !== undefined;
    if (now === last) return;
    last = now;
    void vscode.commands.executeCommand('setContext', 'designDocs.active', now);
  };
  update();
  return vscode.Disposable.from(
    active.onDidChange(update),
    analyses.onDidChange((document) => {
      if (document === active.document) update();
    }),
  );
}
