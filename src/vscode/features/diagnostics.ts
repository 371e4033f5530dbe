/** Shows findings in the editor and in the Problems view. */

import * as vscode from 'vscode';
import type { Finding } from '../../core/analysis/check';
import { sameFinding } from '../../core/analysis/check';
import { SOURCE, toDiagnostic } from '../documents/convert';
import type { Analyses } from '../model/analyses';

/** The findings that VS Code shows for a document; `skipped` for a document that is too long. */
type ShownFindings = readonly Finding[] | 'skipped';

/** Keeps the diagnostics of every open document in sync with its findings. */
export function diagnostics(analyses: Analyses, extensionUri: vscode.Uri): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(SOURCE);
  const shown = new Map<string, ShownFindings>();
  const show = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    const before = shown.get(key);
    const now = analyses.of(document)?.findings ?? (analyses.skips(document) ? 'skipped' : undefined);
    if (now === undefined) {
      // VS Code reports each deletion, also of what is not there, to every extension.
      if (before !== undefined) forget(document);
      return;
    }
    // VS Code sends the whole list to the window at each update, and most keystrokes do not change it.
    if (before && sameShown(before, now)) return;
    shown.set(key, now);
    collection.set(
      document.uri,
      now === 'skipped' ? [skipped()] : now.map((finding) => toDiagnostic(finding, extensionUri)),
    );
  };
  const forget = ({ uri }: vscode.TextDocument): void => {
    shown.delete(uri.toString());
    collection.delete(uri);
  };
  for (const document of vscode.workspace.textDocuments) show(document);
  return vscode.Disposable.from(
    collection,
    analyses.onDidChange(show),
    vscode.workspace.onDidCloseTextDocument(forget),
  );
}

function sameShown(a: ShownFindings, b: ShownFindings): boolean {
  if (a === 'skipped' || b === 'skipped') return a === b;
  return a.length === b.length && a.every((finding, at) => b[at] && sameFinding(finding, b[at]));
}

/** The diagnostic of a document that is too long to be checked. */
function skipped(): vscode.Diagnostic {
  const message = vscode.l10n.t('This document is larger than 2 MB, so it is not checked.');
  const start = new vscode.Range(0, 0, 0, 1);
  const diagnostic = new vscode.Diagnostic(start, message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = SOURCE;
  return diagnostic;
}
