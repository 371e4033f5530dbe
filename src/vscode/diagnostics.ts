/** Shows findings in the editor and in the Problems view. */

import * as vscode from 'vscode';
import type { Report } from '../core/check';
import type { Analyses } from './analyses';
import { SOURCE, toDiagnostic } from './convert';

const NONE: readonly Report[] = [];

/** Keeps the diagnostics of every open document equal to its findings. */
export function diagnostics(analyses: Analyses, extensionUri: vscode.Uri): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(SOURCE);
  const shown = new Map<string, readonly Report[]>();
  const show = (document: vscode.TextDocument): void => {
    const reports = analyses.of(document)?.reports ?? NONE;
    const key = document.uri.toString();
    // VS Code converts and sends the whole list again whatever changed in it.
    if (shown.get(key) === reports) return;
    shown.set(key, reports);
    collection.set(
      document.uri,
      reports.map((report) => toDiagnostic(report, extensionUri)),
    );
  };
  const forget = (document: vscode.TextDocument): void => {
    shown.delete(document.uri.toString());
    collection.delete(document.uri);
  };
  for (const document of vscode.workspace.textDocuments) show(document);
  return vscode.Disposable.from(
    collection,
    analyses.onDidChange(show),
    vscode.workspace.onDidCloseTextDocument(forget),
  );
}
