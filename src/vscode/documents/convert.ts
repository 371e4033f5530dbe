/** Converts the core's values to VS Code's. */

import * as vscode from 'vscode';
import type { Finding } from '../../core/analysis/check';
import type { CachedFinding, FindingJson } from '../../core/json/documents';
import type { Scaffold } from '../../core/scaffold/scaffold';
import { messageOf } from '../../core/text/message';
import type { Range, TextEdit } from '../../core/text/text';
import { localized } from '../localization/localized';
import rulePages from './rulePages.json';

/** The source of our diagnostics, which VS Code shows beside their messages. */
export const SOURCE = 'design-docs';

const SEVERITIES: Readonly<Record<string, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Converts a range. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Converts a finding to a diagnostic. Its code links to the rule's section in the extension's docs/rules.md. */
export function toDiagnostic(finding: Finding, extensionUri: vscode.Uri): vscode.Diagnostic {
  return diagnosticAt(toRange(finding.range), { ...finding, message: localized(finding.said) }, extensionUri);
}

/** Converts a finding of a summary, whose positions count from 1. */
export function summaryDiagnostic(finding: CachedFinding, extensionUri: vscode.Uri): vscode.Diagnostic {
  const { line, column, endLine, endColumn } = finding;
  const range = new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
  return diagnosticAt(range, { ...finding, message: localized(messageOf(finding.said)) }, extensionUri);
}

function diagnosticAt(
  range: vscode.Range,
  { rule, message, severity }: Pick<FindingJson, 'rule' | 'message' | 'severity'>,
  extensionUri: vscode.Uri,
): vscode.Diagnostic {
  const level: vscode.DiagnosticSeverity | undefined = SEVERITIES[severity];
  const diagnostic = new vscode.Diagnostic(range, message, level);
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules.md');
  diagnostic.source = SOURCE;
  diagnostic.code = { value: rule, target: page.with({ fragment: pageStart(rule) }) };
  return diagnostic;
}

/** The URI fragment of a rule's section: VS Code can open a file at a line, but not at a heading. */
function pageStart(rule: string): string {
  const lines: Readonly<Record<string, number>> = rulePages;
  return `L${lines[rule] ?? 1}`;
}

/** Converts the edits of one document to a workspace edit. */
export function toWorkspaceEdit(uri: vscode.Uri, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, edits.map(toTextEdit));
  return edit;
}

/** Converts an edit. */
export function toTextEdit({ range, newText }: TextEdit): vscode.TextEdit {
  return new vscode.TextEdit(toRange(range), newText);
}

/** Converts a scaffold to a snippet. Its stops become tab stops with the text as default. */
export function toSnippet({ text, stops }: Scaffold): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  let from = 0;
  for (const { start, end } of stops) {
    snippet.appendText(text.slice(from, start)).appendPlaceholder(text.slice(start, end));
    from = end;
  }
  return snippet.appendText(text.slice(from));
}
