/** Shows files beside their earlier texts. */

import * as vscode from 'vscode';
import { baseName } from '../documents/paths';
import type { ReportedChange } from '../services/services';

const SCHEME = 'design-docs-earlier';
/** The maximum number of earlier texts that are held for differences that are open. */
const MAX_TEXTS = 50;

/** The earlier texts by the queries of their URIs: VS Code asks again when it shows a difference anew. */
const texts = new Map<string, string>();
let shown = 0;

/** Gives VS Code the earlier texts. */
export function earlierTexts(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }) => texts.get(query),
  });
}

/** Opens the difference of one file, or of all of them in one editor. */
export async function showChanges(changes: readonly ReportedChange[]): Promise<void> {
  const [first] = changes;
  if (changes.length > 1) {
    const title = vscode.l10n.t('Design docs that another program changed');
    const list = changes.map((change) => [change.uri, earlier(change), change.uri]);
    await vscode.commands.executeCommand('vscode.changes', title, list);
  } else if (first) {
    const title = vscode.l10n.t('{0}: What Changed', baseName(first.uri));
    await vscode.commands.executeCommand('vscode.diff', earlier(first), first.uri, title);
  }
}

function earlier({ uri, before }: ReportedChange): vscode.Uri {
  shown++;
  const query = String(shown);
  texts.set(query, before);
  texts.delete(String(shown - MAX_TEXTS));
  return uri.with({ scheme: SCHEME, query, fragment: '' });
}
