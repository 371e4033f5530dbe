/** Between the core's values and VS Code's. The only place that knows both. */

import * as vscode from 'vscode';
import type { Finding } from '../../core/analysis/check';
import type { Severity } from '../../core/edits/problem';
import type { Scaffold } from '../../core/template/scaffold';
import type { Range, TextEdit } from '../../core/text/text';
import rulePages from './rulePages.json';

/** How findings are signed. */
export const SOURCE = 'design-docs';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** A range of the core as VS Code's. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** A finding as a diagnostic, its code linked to what the extension's own documentation says about the rule. */
export function toDiagnostic(finding: Finding, extensionUri: vscode.Uri): vscode.Diagnostic {
  const range = toRange(finding.range);
  const diagnostic = new vscode.Diagnostic(range, finding.message, SEVERITIES[finding.severity]);
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules.md');
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: page.with({ fragment: pageStart(finding.rule) }) };
  return diagnostic;
}

/** Where a rule's page starts: VS Code opens a file at a line, not at a heading. */
function pageStart(rule: string): string {
  const lines: Readonly<Record<string, number>> = rulePages;
  return `L${lines[rule] ?? 1}`;
}

/** Edits of one document as a workspace edit. */
export function toWorkspaceEdit(uri: vscode.Uri, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    edits.map(({ range, newText }) => new vscode.TextEdit(toRange(range), newText)),
  );
  return edit;
}

/** A scaffold as a snippet: what the author is to type over becomes a tab stop. */
export function toSnippet({ text, stops }: Scaffold): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  let from = 0;
  for (const { start, end } of stops) {
    snippet.appendText(text.slice(from, start)).appendPlaceholder(text.slice(start, end));
    from = end;
  }
  return snippet.appendText(text.slice(from));
}
