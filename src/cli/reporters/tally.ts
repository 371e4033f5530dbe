/** Counts what a check has found, for the summary line and the exit status. */

import { severities } from '../../core/edits/problem';
import type { Summary } from '../../core/json/documents';
import { count } from '../../node/program/messages';

/** Counts over the documents of a report. */
export interface Tally {
  readonly documents: number;
  /** Documents that fit a template. */
  readonly checked: number;
  /** Documents with findings. */
  readonly hit: number;
  readonly findings: number;
  readonly fixable: number;
  /** Findings that the baseline lists. */
  readonly suppressed: number;
  /** The findings that make the exit status 1. */
  readonly failing: number;
}

/** The counts of a report without documents. */
export const NOTHING: Tally = {
  documents: 0,
  checked: 0,
  hit: 0,
  findings: 0,
  fixable: 0,
  suppressed: 0,
  failing: 0,
};

/** The counts after one more document. Findings fail from the severity `failOn` on. */
export function counted(
  tally: Tally,
  { template, findings, suppressed }: Pick<Summary, 'template' | 'findings' | 'suppressed'>,
  failOn: string,
): Tally {
  const levels: readonly string[] = severities;
  const least = levels.indexOf(failOn);
  return {
    documents: tally.documents + 1,
    checked: tally.checked + (template === null ? 0 : 1),
    hit: tally.hit + (findings.length > 0 ? 1 : 0),
    findings: tally.findings + findings.length,
    fixable: tally.fixable + findings.filter(({ fixable }) => fixable).length,
    suppressed: tally.suppressed + suppressed.length,
    failing: tally.failing + findings.filter(({ severity }) => levels.indexOf(severity) >= least).length,
  };
}

/** The summary line: "12 findings in 3 of 8 documents, 7 fixable with `design-docs fix`." */
export function tallied({ checked, hit, findings, fixable, suppressed }: Tally): string {
  const known = suppressed > 0 ? `; the baseline lists ${suppressed} more` : '';
  if (findings === 0) return `No findings in ${count(checked, 'document')}${known}.`;
  const end = fixable > 0 ? `, ${fixable} fixable with \`design-docs fix\`` : '';
  return `${count(findings, 'finding')} in ${hit} of ${count(checked, 'document')}${end}${known}.`;
}
