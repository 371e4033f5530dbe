/** Shows a change of a document as a diff before it is made. */

import * as vscode from 'vscode';
import { baseName } from '../documents/paths';

const SCHEME = 'design-docs-change';
let shown = 0;

/** A diff on the screen. */
export interface ShownDiff {
  /** Closes the diff. */
  close(): Promise<void>;
}

/** Shows the document beside the text that it would have. */
export async function showDiff(
  document: vscode.TextDocument,
  text: string,
  title: string,
): Promise<ShownDiff> {
  shown++;
  // VS Code keeps the text of a URI, so each diff has its own.
  const changed = vscode.Uri.from({ scheme: SCHEME, path: `/${baseName(document.uri)}`, query: `${shown}` });
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }) => (query === changed.query ? text : undefined),
  });
  await vscode.commands.executeCommand('vscode.diff', document.uri, changed, title);
  return {
    async close() {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const own = tabs.filter(
        ({ input }) =>
          input instanceof vscode.TabInputTextDiff && input.modified.toString() === changed.toString(),
      );
      await vscode.window.tabGroups.close(own);
      provider.dispose();
    },
  };
}
