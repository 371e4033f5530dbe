/** The results of `check`: JSON for programs, lines for people and problem matchers. */

import type { DocumentJson } from '../core/json/documents';
import { count, printable } from '../node/wording';

/** The whole report as JSON. */
export function jsonReport(documents: readonly DocumentJson[]): string {
  return JSON.stringify({ version: 1, documents }, null, 2);
}

/** One line a finding: `path:line:column severity rule message`. */
export function textLines({ path, findings }: DocumentJson): string[] {
  return findings.map(({ line, column, severity, rule, message }) =>
    printable(`${path}:${line}:${column} ${severity} ${rule} ${message}`),
  );
}

/** "12 findings in 3 of 8 documents, 7 fixable with `design-docs fix`." */
export function summary(documents: readonly DocumentJson[]): string {
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
