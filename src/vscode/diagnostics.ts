/** Shows findings in the editor and in the Problems view. */

import * as vscode from 'vscode';
import { SOURCE, toDiagnostic } from './convert';
import type { Services } from './services';

/** Keeps the diagnostics of every open document equal to its findings. */
export function diagnostics({ analyses, extensionUri }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(SOURCE);
  const show = (document: vscode.TextDocument): void => {
    const findings = analyses.of(document)?.findings ?? [];
    collection.set(
      document.uri,
      findings.map((finding) => toDiagnostic(finding, extensionUri)),
    );
  };
  for (const document of vscode.workspace.textDocuments) show(document);
  return vscode.Disposable.from(
    collection,
    analyses.onDidChange(show),
    vscode.workspace.onDidCloseTextDocument((document) => collection.delete(document.uri)),
  );
}
