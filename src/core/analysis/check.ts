/** Runs the rules over one document. */

import { readSuppressions } from '../document/suppress';
import type { Problem, Severity } from '../edits/problem';
import type { Rule, RuleContext } from '../rules/rule';
import { comparePositions } from '../text/text';

/** A problem with the rule that found it and the severity it has in this document. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
}

/** The level of a rule where it is not the rule's own, by rule. */
export type Levels = Readonly<Record<string, Severity | 'off'>>;

const WEAKEST_FIRST: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/**
 * The findings of the given rules, in document order. Rules that are silent in the document's stage do not
 * run, and what a comment in the document mutes is left out.
 */
export function check(rules: readonly Rule[], context: RuleContext, levels: Levels = {}): Finding[] {
  const muted = readSuppressions(context.document);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const level = levels[rule.id];
    if (level === 'off' || !rule.stages.includes(context.stage)) continue;
    for (const problem of rule.check(context)) {
      if (muted(rule.id, problem.range.start.line)) continue;
      findings.push({ ...problem, rule: rule.id, severity: severityOf(rule, problem, level) });
    }
  }
  // Sorting is stable: at one place the graver comes first, then what the rules and the template put first.
  return findings.sort(
    (a, b) =>
      comparePositions(a.range.start, b.range.start) ||
      WEAKEST_FIRST.indexOf(b.severity) - WEAKEST_FIRST.indexOf(a.severity),
  );
}

/** A level replaces the rule's own severity; a finding that is weaker by itself stays so, and never exceeds it. */
function severityOf(rule: Rule, problem: Problem, level: Severity | undefined): Severity {
  const own = problem.severity ?? rule.severity;
  if (level === undefined) return own;
  const weaker = WEAKEST_FIRST.indexOf(own) < WEAKEST_FIRST.indexOf(rule.severity);
  return weaker && WEAKEST_FIRST.indexOf(own) < WEAKEST_FIRST.indexOf(level) ? own : level;
}

/** True if two findings say the same of the same place; their fixes may differ. */
export function sameFinding(a: Finding, b: Finding): boolean {
  return (
    a.rule === b.rule &&
    a.message === b.message &&
    a.severity === b.severity &&
    comparePositions(a.range.start, b.range.start) === 0 &&
    comparePositions(a.range.end, b.range.end) === 0
  );
}
