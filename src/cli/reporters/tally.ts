/** Counts what a check has found, for the summary line and the exit status. */

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
  readonly fixable: number;
  /** The findings of each severity. */
  readonly bySeverity: Readonly<Record<string, number>>;
}

/** The counts of a report without documents. */
export const NOTHING: Tally = { documents: 0, checked: 0, hit: 0, findings: 0, fixable: 0, bySeverity: {} };

/** The counts after one more document. */
export function counted(tally: Tally, { template, findings }: DocumentJson): Tally {
  return {
    documents: tally.documents + 1,
    checked: tally.checked + (template === null ? 0 : 1),
    hit: tally.hit + (findings.length > 0 ? 1 : 0),
    findings: tally.findings + findings.length,
    fixable: tally.fixable + findings.filter(({ fixable }) => fixable).length,
    bySeverity: addedTo(tally.bySeverity, findings),
  };
}

function addedTo(
  before: Readonly<Record<string, number>>,
  findings: readonly Pick<FindingJson, 'severity'>[],
): Record<string, number> {
  const after: Record<string, number> = { ...before };
  for (const { severity } of findings) after[severity] = (after[severity] ?? 0) + 1;
  return after;
}

/** The severities, the weakest first. */
export const LEVELS: readonly string[] = ['hint', 'information', 'warning', 'error'];

/** The number of findings that are as severe as `level`, or more. */
export function failing({ bySeverity }: Tally, level: string): number {
  const counting = LEVELS.slice(LEVELS.indexOf(level));
  return counting.reduce((count, severity) => count + (bySeverity[severity] ?? 0), 0);
}

/** The summary line: "12 findings in 3 of 8 documents, 7 fixable with `design-docs fix`." */
export function tallied({ checked, hit, findings, fixable }: Tally): string {
  if (findings === 0) return `No findings in ${count(checked, 'document')}.`;
  const end = fixable > 0 ? `, ${fixable} fixable with \`design-docs fix\`` : '';
  return `${count(findings, 'finding')} in ${hit} of ${count(checked, 'document')}${end}.`;
}
