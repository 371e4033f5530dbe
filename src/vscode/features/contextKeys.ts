/** The context key `designDocs.active`. */

import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { setContext } from '../settings/setContext';

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
