/** Applying many changes at once: all of them proved, and only while there are fewer left to make. */

import type { Analysis, Environment } from '../analysis/analyze';
import { analyze } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { Applicability, Fix } from '../edits/problem';
import { memoize } from '../query/memoize';
import { compatibleFixes } from './compatible';
import type { ProposedChange } from './proof';
import { prove } from './proof';

/** Which changes are made. */
export interface FixOptions {
  /** Only those of these rules; without it, those of all rules. */
  readonly rules?: readonly string[] | undefined;
  /** How far they may go; without it, only safe ones are made. */
  readonly applicability?: readonly Applicability[] | undefined;
}

export interface Fixed {
  readonly text: string;
  /** How many findings were mended. */
  readonly count: number;
  /** The findings whose change could not be proved, so that it was not made. */
  readonly refused: readonly Finding[];
}

/** Proofs read so many lines at most for one text: a hostile one may have thousands of changes that all fail. */
const MOST_LINES = 4_000_000;
const SAFE: readonly Applicability[] = ['safe'];

/** Makes all changes that can be proved. Making them again changes nothing. */
export function fixText(text: string, environment: Environment, options: FixOptions = {}): Fixed {
  const work = { left: MOST_LINES };
  let analysis = analyze(text, environment);
  let count = 0;
  for (;;) {
    const wanted = changesIn(analysis, options);
    const fewer = (after: Analysis): boolean =>
      countFindings(changesIn(after, options)) < countFindings(wanted);
    const most = proveMost(analysis, compatible(wanted), work, fewer);
    if (!most) {
      return { text: analysis.document.text, count, refused: wanted.flatMap(({ findings }) => findings) };
    }
    count += countFindings(most.changes);
    analysis = most.after;
  }
}

/** The findings of an analysis that a safe change mends, which is proved. */
export function fixableFindings(analysis: Analysis): ReadonlySet<Finding> {
  return mendedSafely(analysis);
}

/** The findings of an analysis that text of the template mends, whose insertion is proved. */
export function insertableFindings(analysis: Analysis): ReadonlySet<Finding> {
  return mendedByInsertion(analysis);
}

const mendedSafely = memoize((analysis: Analysis) => mended(analysis, SAFE));
const mendedByInsertion = memoize((analysis: Analysis) => mended(analysis, ['scaffold']));

function mended(analysis: Analysis, applicability: readonly Applicability[]): ReadonlySet<Finding> {
  const work = { left: MOST_LINES };
  const fixable = new Set<Finding>();
  let rest = changesIn(analysis, { applicability });
  while (rest.length > 0) {
    const together = compatible(rest);
    const most = proveMost(analysis, together, work, () => true);
    for (const { findings } of most?.changes ?? []) for (const finding of findings) fixable.add(finding);
    rest = rest.filter((change) => !together.includes(change));
  }
  return fixable;
}

/** Changes that were proved together, and the analysis of the text that they make. */
interface Proved {
  readonly changes: readonly ProposedChange[];
  readonly after: Analysis;
}

/**
 * Proves as many of the changes as it can: all at once, or else those of each half. Most documents take one proof; `work`
 * says how many lines may still be read.
 */
function proveMost(
  before: Analysis,
  changes: readonly ProposedChange[],
  work: { left: number },
  isProgress: (after: Analysis) => boolean,
): Proved | undefined {
  const tryAll = (tried: readonly ProposedChange[]): Proved | undefined => {
    if (tried.length === 0 || work.left <= 0) return undefined;
    work.left -= before.document.lineCount;
    const after = prove(before, tried);
    return after && isProgress(after) ? { changes: tried, after } : undefined;
  };
  const all = tryAll(changes);
  if (all || changes.length < 2) return all;
  const middle = changes.length >> 1;
  const first = proveMost(before, changes.slice(0, middle), work, isProgress);
  const second = proveMost(before, changes.slice(middle), work, isProgress);
  if (!first || !second) return first ?? second;
  return tryAll([...first.changes, ...second.changes]) ?? first;
}

/** The changes that the options want, each with all findings that share it. */
function changesIn({ findings }: Analysis, { rules, applicability = SAFE }: FixOptions): ProposedChange[] {
  const changes = new Map<Fix, Finding[]>();
  for (const finding of findings) {
    const [fix] = finding.fixes ?? [];
    if (!fix || !applicability.includes(fix.applicability)) continue;
    if (rules && !rules.includes(finding.rule)) continue;
    const own = changes.get(fix);
    if (own) own.push(finding);
    else changes.set(fix, [finding]);
  }
  return [...changes].map(([fix, own]) => ({ fix, findings: own }));
}

function compatible(changes: readonly ProposedChange[]): ProposedChange[] {
  const chosen = new Set(compatibleFixes(changes.map(({ fix }) => fix)));
  return changes.filter(({ fix }) => chosen.has(fix));
}

function countFindings(changes: readonly ProposedChange[]): number {
  return changes.reduce((count, { findings }) => count + findings.length, 0);
}
