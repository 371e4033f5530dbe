/** Shows the text that a document would have beside the one that it has, until a question about it is answered. */

import * as vscode from 'vscode';
import { baseName } from './paths';

const SCHEME = 'design-docs-preview';
let shown = 0;

/** Shows the difference between a document and a new text, and closes it once `ask` settles. */
export async function withDiff<T>(
  { uri }: vscode.TextDocument,
  text: string,
  title: string,
  ask: () => PromiseLike<T>,
): Promise<T> {
  shown++;
  // VS Code keeps the text of a URI for a while, so each preview has one of its own.
  const preview = uri.with({ scheme: SCHEME, query: String(shown), fragment: '' });
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }) => (query === preview.query ? text : undefined),
  });
  try {
    await vscode.commands.executeCommand('vscode.diff', uri, preview, `${baseName(uri)}: ${title}`);
    return await ask();
  } finally {
    await closeDiff(preview);
    provider.dispose();
  }
}

async function closeDiff(preview: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => {
      return input instanceof vscode.TabInputTextDiff && input.modified.toString() === preview.toString();
    });
  await vscode.window.tabGroups.close(tabs, true);
}
