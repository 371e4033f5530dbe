/** Converts the core's values to the protocol's. Positions are the same in both: lines and UTF-16 columns from 0. */

import type { Diagnostic, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Finding } from '../core/analysis/check';
import type { Severity } from '../core/edits/problem';
import type { Scaffold } from '../core/scaffold/scaffold';
import type { TextEdit } from '../core/text/text';
import { rulePage } from '../node/program/rulePage';
import type { Client } from './client';

/** The source of our diagnostics, which editors show beside their messages. */
export const SOURCE = 'design-docs';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Converts a finding. Its code links to the page of the rule. */
export function toDiagnostic({ range, rule, message, severity }: Finding): Diagnostic {
  const codeDescription = { href: rulePage(rule) };
  return { range, message, severity: SEVERITIES[severity], source: SOURCE, code: rule, codeDescription };
}

/** The edits of one document. The version is null for a document that is not open. */
export interface DocumentEdits {
  readonly uri: string;
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** Converts edits. A client that knows versions refuses those of a document that has changed since. */
export function toWorkspaceEdit(
  { versionedEdits }: Pick<Client, 'versionedEdits'>,
  documents: readonly DocumentEdits[],
): WorkspaceEdit {
  if (!versionedEdits) {
    return { changes: Object.fromEntries(documents.map(({ uri, edits }) => [uri, [...edits]])) };
  }
  const documentChanges = documents.map(
    ({ uri, version, edits }): TextDocumentEdit => ({ textDocument: { uri, version }, edits: [...edits] }),
  );
  return { documentChanges };
}

/** Converts a scaffold to a snippet. Its stops become tab stops with the text as default. */
export function toSnippet({ text, stops }: Scaffold): string {
  let snippet = '';
  let from = 0;
  for (const [at, { start, end }] of stops.entries()) {
    snippet += `${escaped(text.slice(from, start))}\${${at + 1}:${escaped(text.slice(start, end))}}`;
    from = end;
  }
  return snippet + escaped(text.slice(from));
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
