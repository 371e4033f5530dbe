/** The results of `check`: JSON for programs, lines for people and problem matchers. */

import type { Analysis } from '../core/analysis';
import type { Finding } from '../core/check';
import { count, printable } from './wording';

interface ReportedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  /** Lines and columns count from 1. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
}

export interface ReportedDocument {
  readonly path: string;
  /** Null if the document fits no template. */
  readonly template: string | null;
  readonly stage: string;
  readonly findings: readonly ReportedFinding[];
}

/** One document in the shape and the order of keys that programs rely on. */
export function reportDocument(path: string, { bound, findings }: Analysis): ReportedDocument {
  return {
    path,
    template: bound?.template.name ?? null,
    stage: bound?.stage ?? 'unknown',
    findings: findings.map(reportFinding),
  };
}

function reportFinding({ rule, severity, message, range, fix }: Finding): ReportedFinding {
  return {
    rule,
    severity,
    message,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    fixable: fix !== undefined,
  };
}

/** The whole report as JSON. */
export function jsonReport(documents: readonly ReportedDocument[]): string {
  return JSON.stringify({ version: 1, documents }, null, 2);
}

/** One line a finding: `path:line:column severity rule message`. */
export function textLines({ path, findings }: ReportedDocument): string[] {
  return findings.map(({ line, column, severity, rule, message }) =>
    printable(`${path}:${line}:${column} ${severity} ${rule} ${message}`),
  );
}

/** "12 findings in 3 of 8 documents, 7 fixable with `design-docs fix`." */
export function summary(documents: readonly ReportedDocument[]): string {
  if (documents.length === 0) {
    return 'No design docs found. Name files or folders that hold some: design-docs check .';
  }
  const checked = count(documents.filter(({ template }) => template !== null).length, 'document');
  const all = documents.flatMap(({ findings }) => findings);
  if (all.length === 0) return `No findings in ${checked}.`;
  const hit = documents.filter(({ findings }) => findings.length > 0).length;
  const fixable = all.filter((finding) => finding.fixable).length;
  const end = fixable > 0 ? `, ${fixable} fixable with \`design-docs fix\`` : '';
  return `${count(all.length, 'finding')} in ${hit} of ${checked}${end}.`;
}
