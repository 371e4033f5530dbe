/** The results of `check`: JSON for programs, lines for people and problem matchers. */

import type { DocumentJson, FindingJson } from '../core/json/documents';
import { count, printable } from '../node/program/messages';

/** The report as JSON, printed as its documents come: a folder has more of them than need be kept. */
export function jsonReport(print: (text: string) => void): {
  add(document: DocumentJson): void;
  end(): void;
} {
  // What comes next decides how a line ends.
  let held = '{\n  "version": 1,\n  "documents": [';
  let comma = '';
  return {
    add: (document) => {
      print(held + comma);
      held = `    ${JSON.stringify(document, null, 2).replaceAll('\n', '\n    ')}`;
      comma = ',';
    },
    end: () => print(comma === '' ? `${held}]\n}` : `${held}\n  ]\n}`),
  };
}

/** Makes one line a finding: `path:line:column severity rule message`. Many documents are told the same. */
export function lineMaker(): (document: DocumentJson) => string[] {
  const known = new Map<string, { readonly of: FindingJson; readonly text: string }>();
  const told = (finding: FindingJson): string => {
    const { severity, rule, message } = finding;
    const before = known.get(message);
    if (before && before.of.rule === rule && before.of.severity === severity) return before.text;
    const text = printable(`${severity} ${rule} ${message}`);
    known.set(message, { of: finding, text });
    return text;
  };
  return ({ path, findings }) => {
    const place = printable(path);
    return findings.map((finding) => `${place}:${finding.line}:${finding.column} ${told(finding)}`);
  };
}

/** Counts over documents; they themselves need not be kept. */
export interface Tally {
  readonly documents: number;
  /** Those that fit a template. */
  readonly checked: number;
  /** Those with findings. */
  readonly hit: number;
  readonly findings: number;
  readonly fixable: number;
}

export const NOTHING: Tally = { documents: 0, checked: 0, hit: 0, findings: 0, fixable: 0 };

/** The counts with one more document. */
export function counted(tally: Tally, { template, findings }: DocumentJson): Tally {
  return {
    documents: tally.documents + 1,
    checked: tally.checked + (template === null ? 0 : 1),
    hit: tally.hit + (findings.length > 0 ? 1 : 0),
    findings: tally.findings + findings.length,
    fixable: tally.fixable + findings.filter(({ fixable }) => fixable).length,
  };
}

/** "12 findings in 3 of 8 documents, 7 fixable with `design-docs fix`." */
export function tallied({ documents, checked, hit, findings, fixable }: Tally): string {
  if (documents === 0)
    return 'No design docs found. Name files or folders that hold some: design-docs check .';
  if (findings === 0) return `No findings in ${count(checked, 'document')}.`;
  const end = fixable > 0 ? `, ${fixable} fixable with \`design-docs fix\`` : '';
  return `${count(findings, 'finding')} in ${hit} of ${count(checked, 'document')}${end}.`;
}
