/** Shows findings in the editor and in the Problems view. */

import * as vscode from 'vscode';
import type { Report } from '../core/check';
import { sameReport } from '../core/check';
import type { Analyses } from './analyses';
import { SOURCE, toDiagnostic } from './convert';

/** What VS Code was given for a document. */
interface Shown {
  readonly reports: readonly Report[] | 'skipped';
  readonly diagnostics: readonly vscode.Diagnostic[];
}

/** Keeps the diagnostics of every open document equal to its findings. */
export function diagnostics(analyses: Analyses, extensionUri: vscode.Uri): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(SOURCE);
  const shown = new Map<string, Shown>();
  const show = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    const before = shown.get(key);
    const reports = analyses.of(document)?.reports ?? (analyses.skips(document) ? 'skipped' : undefined);
    // VS Code converts and sends the whole list again whatever changed in it.
    if (before?.reports === reports) return;
    if (reports === undefined) {
      forget(document);
      return;
    }
    const own = reports === 'skipped' ? [skipped()] : converted(reports, before, extensionUri);
    shown.set(key, { reports, diagnostics: own });
    collection.set(document.uri, own);
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

/** Most reports are those of before, from the start or from the end of the list. */
function converted(
  reports: readonly Report[],
  before: Shown | undefined,
  extensionUri: vscode.Uri,
): vscode.Diagnostic[] {
  const old = before && before.reports !== 'skipped' ? before.reports : [];
  const by = reports.length - old.length;
  return reports.map((report, at) => {
    const place = [at, at - by].find((index) => old[index] && sameReport(report, old[index]));
    return (
      (place === undefined ? undefined : before?.diagnostics[place]) ?? toDiagnostic(report, extensionUri)
    );
  });
}

/** The one thing that is said of a document that nobody reads. */
function skipped(): vscode.Diagnostic {
  const message = vscode.l10n.t('Larger than 2 MB, which no design doc is: it is not checked.');
  const start = new vscode.Range(0, 0, 0, 1);
  const diagnostic = new vscode.Diagnostic(start, message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = SOURCE;
  return diagnostic;
}
