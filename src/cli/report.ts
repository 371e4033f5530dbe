/** The output of `check`: JSON for programs, lines for people and problem matchers. */

import type { DocumentJson, FindingJson } from '../core/json/documents';
import { count, printable } from '../node/program/messages';

/** Prints the report as JSON, one document at a time, to keep no more than one document in memory. */
export function jsonReport(print: (text: string) => void): {
  add(document: DocumentJson): void;
  end(): void;
} {
  // The last document is held back, because a comma after it depends on whether another one follows.
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

/**
 * A function that writes each finding of a document as a line, `path:line:column severity rule message`. It caches the
 * text after the position, because many documents have the same messages.
 */
export function lineMaker(): (document: DocumentJson) => string[] {
  const cache = new Map<string, { readonly finding: FindingJson; readonly text: string }>();
  const textOf = (finding: FindingJson): string => {
    const { severity, rule, message } = finding;
    const cached = cache.get(message);
    if (cached && cached.finding.rule === rule && cached.finding.severity === severity) return cached.text;
    const text = printable(`${severity} ${rule} ${message}`);
    cache.set(message, { finding, text });
    return text;
  };
  return ({ path, findings }) => {
    const place = printable(path);
    return findings.map((finding) => `${place}:${finding.line}:${finding.column} ${textOf(finding)}`);
  };
}

/** Counts over the documents of a report. */
export interface Tally {
  readonly documents: number;
  /** Documents that fit a template. */
  readonly checked: number;
  /** Documents with findings. */
  readonly hit: number;
  readonly findings: number;
  readonly fixable: number;
}

/** The counts of a report without documents. */
export const NOTHING: Tally = { documents: 0, checked: 0, hit: 0, findings: 0, fixable: 0 };

/** The counts after one more document. */
export function counted(tally: Tally, { template, findings }: DocumentJson): Tally {
  return {
    documents: tally.documents + 1,
    checked: tally.checked + (template === null ? 0 : 1),
    hit: tally.hit + (findings.length > 0 ? 1 : 0),
    findings: tally.findings + findings.length,
    fixable: tally.fixable + findings.filter(({ fixable }) => fixable).length,
  };
}

/** The summary line: "12 findings in 3 of 8 documents, 7 fixable with `design-docs fix`." */
export function tallied({ checked, hit, findings, fixable }: Tally): string {
  if (findings === 0) return `No findings in ${count(checked, 'document')}.`;
  const end = fixable > 0 ? `, ${fixable} fixable with \`design-docs fix\`` : '';
  return `${count(findings, 'finding')} in ${hit} of ${count(checked, 'document')}${end}.`;
}
