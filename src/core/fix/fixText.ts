/** Applies many changes at once. All of them are proved, and each round must leave fewer changes to make. */

import type { Analysis, Environment } from '../analysis/analyze';
import { analyze } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { Applicability, Fix } from '../edits/problem';
import { memoize } from '../query/memoize';
import type { Message } from '../text/message';
import { compatibleFixes } from './compatible';
import type { ProposedChange } from './proof';
import { prove } from './proof';

/** Selects the changes to make. */
export interface FixOptions {
  /** Ids of the rules whose findings are fixed; all rules by default. */
  readonly rules?: readonly string[] | undefined;
  /** Only safe changes by default. */
  readonly applicability?: readonly Applicability[] | undefined;
  /** The titles of the changes to make, in English; all by default. */
  readonly titles?: readonly string[] | undefined;
}

/** A fixed text. */
export interface Fixed {
  readonly text: string;
  /** The number of fixed findings. */
  readonly count: number;
  /** The findings whose change was not made because it could not be proved. */
  readonly refused: readonly Finding[];
}

/**
 * The limit of lines that all proofs for one text may parse: a hostile text may have thousands of changes that fail.
 */
const MAX_LINES = 4_000_000;
const SAFE: readonly Applicability[] = ['safe'];

/** Makes all changes that can be proved. Idempotent. */
export function fixText(text: string, environment: Environment, options: FixOptions = {}): Fixed {
  const work = { left: MAX_LINES };
  let analysis = analyze(text, environment);
  let count = 0;
  for (;;) {
    const wanted = changesIn(analysis, options);
    const fewer = (after: Analysis): boolean =>
      countFindings(changesIn(after, options)) < countFindings(wanted);
    const most = first(groupsOf(wanted), (group) => proveMost(analysis, group, work, fewer));
    if (!most) {
      return { text: analysis.document.text, count, refused: wanted.flatMap(({ findings }) => findings) };
    }
    count += countFindings(most.changes);
    analysis = most.after;
  }
}

/** The titles of the insertions of the template's text, in the order of their findings. Not all of them may be proved. */
export function insertions(analysis: Analysis): Message[] {
  const titles = changesIn(analysis, { applicability: ['scaffold'] }).map(({ fix }) => fix.title);
  return [...new Map(titles.map((title) => [String(title), title])).values()];
}

/** The findings that a proved safe change fixes. */
export function fixableFindings(analysis: Analysis): ReadonlySet<Finding> {
  return fixedSafely(analysis);
}

/** The findings that a proved insertion of the template's text fixes. */
export function insertableFindings(analysis: Analysis): ReadonlySet<Finding> {
  return fixedByInsertion(analysis);
}

const fixedSafely = memoize((analysis: Analysis) => fixedBy(analysis, SAFE));
const fixedByInsertion = memoize((analysis: Analysis) => fixedBy(analysis, ['scaffold']));

function fixedBy(analysis: Analysis, applicability: readonly Applicability[]): ReadonlySet<Finding> {
  const work = { left: MAX_LINES };
  const fixable = new Set<Finding>();
  for (const group of groupsOf(changesIn(analysis, { applicability }))) {
    const most = proveMost(analysis, group, work, () => true);
    for (const { findings } of most?.changes ?? []) for (const finding of findings) fixable.add(finding);
  }
  return fixable;
}

/** Changes that were proved together, and the analysis of the resulting text. */
interface Proved {
  readonly changes: readonly ProposedChange[];
  readonly after: Analysis;
}

/**
 * Proves as many of the changes as possible: all at once, or else each half by recursion. Most documents take one
 * proof. `work` is the budget of lines that proofs may still parse.
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

/** The changes that the options select, each with all findings that share it. */
function changesIn(
  { findings }: Analysis,
  { rules, applicability = SAFE, titles }: FixOptions,
): ProposedChange[] {
  const changes = new Map<Fix, Finding[]>();
  for (const finding of findings) {
    const [fix] = finding.fixes ?? [];
    if (!fix || !applicability.includes(fix.applicability)) continue;
    if (rules && !rules.includes(finding.rule)) continue;
    if (titles && !titles.includes(String(fix.title))) continue;
    const shared = changes.get(fix);
    if (shared) shared.push(finding);
    else changes.set(fix, [finding]);
  }
  return [...changes].map(([fix, shared]) => ({ fix, findings: shared }));
}

/** The changes in groups of compatible ones. A change that conflicts with an earlier group is in a later one. */
function* groupsOf(changes: readonly ProposedChange[]): Generator<readonly ProposedChange[]> {
  for (let rest = changes; rest.length > 0; ) {
    const chosen = new Set(compatibleFixes(rest.map(({ fix }) => fix)));
    yield rest.filter(({ fix }) => chosen.has(fix));
    rest = rest.filter(({ fix }) => !chosen.has(fix));
  }
}

/** The first result that is defined. */
function first<T, R>(list: Iterable<T>, work: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const result = work(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

function countFindings(changes: readonly ProposedChange[]): number {
  return changes.reduce((count, { findings }) => count + findings.length, 0);
}
