/** Counts what a check has found, for the summary line and the exit status. */

import { severities } from '../../core/edits/problem';
import type { DocumentJson, FindingJson } from '../../core/json/documents';
import { count } from '../../node/program/messages';

/** Counts over the documents of a report. */
export interface Tally {
  readonly documents: number;
  /** Documents that fit a template. */
  readonly checked: number;
  /** Documents with findings. */
  readonly hit: number;
  readonly findings: number;
  /** The findings of each severity. */
  readonly levels: Readonly<Record<string, number>>;
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
  levels: {},
  fixable: 0,
  suppressed: 0,
  failing: 0,
};

/** What is counted of a document. */
interface Checked extends Pick<DocumentJson, 'template'> {
  readonly findings: readonly Pick<FindingJson, 'severity' | 'fixable'>[];
  readonly suppressed: readonly unknown[];
}

/** The counts after one more document. Findings fail from the severity `failOn` on. */
export function counted(tally: Tally, { template, findings, suppressed }: Checked, failOn: string): Tally {
  const names: readonly string[] = severities;
  const least = names.indexOf(failOn);
  const levels = { ...tally.levels };
  for (const { severity } of findings) levels[severity] = (levels[severity] ?? 0) + 1;
  return {
    documents: tally.documents + 1,
    checked: tally.checked + (template === null ? 0 : 1),
    hit: tally.hit + (findings.length > 0 ? 1 : 0),
    findings: tally.findings + findings.length,
    levels,
    fixable: tally.fixable + findings.filter(({ fixable }) => fixable).length,
    suppressed: tally.suppressed + suppressed.length,
    failing: tally.failing + findings.filter(({ severity }) => names.indexOf(severity) >= least).length,
  };
}

/** The summary line: "12 findings in 3 of 8 documents, 7 fixable with `design-docs fix`." */
export function tallied(tally: Tally): string {
  return summary(tally, count(tally.findings, 'finding'));
}

/** The same with the severities: "12 findings (3 warnings, 9 hints) in 3 of 8 documents." */
export function talliedByLevel(tally: Tally): string {
  const levels = [...severities].reverse().flatMap((severity) => {
    const number = tally.levels[severity] ?? 0;
    return number > 0 ? [count(number, severity, PLURALS[severity])] : [];
  });
  return summary(tally, `${count(tally.findings, 'finding')} (${levels.join(', ')})`);
}

/** The plurals that end in no "s". */
const PLURALS: Readonly<Partial<Record<string, string>>> = { information: 'information' };

function summary({ checked, hit, findings, fixable, suppressed }: Tally, found: string): string {
  const known = suppressed > 0 ? `; the baseline lists ${suppressed} more` : '';
  if (findings === 0) return `No findings in ${count(checked, 'document')}${known}.`;
  const end = fixable > 0 ? `, ${fixable} fixable with \`design-docs fix\`` : '';
  return `${found} in ${hit} of ${count(checked, 'document')}${end}${known}.`;
}
