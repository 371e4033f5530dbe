/** Runs the rules over one document. */

import { readSuppressions } from '../document/suppress';
import type { Problem, Severity } from '../edits/problem';
import { severities } from '../edits/problem';
import type { Rule, RuleContext } from '../rules/rule';
import type { Stage } from '../status/stage';
import type { Message } from '../text/message';
import { comparePositions } from '../text/text';

/** A problem with the rule that found it and the severity it has in this document. */
export interface Finding extends Omit<Problem, 'message'> {
  /** The message in English, by which programs know the finding. */
  readonly message: string;
  /** The same for people, whose language may be another. */
  readonly said: Message;
  readonly rule: string;
  readonly severity: Severity;
}

/** Levels that override those of the rules, by rule id. */
export type Levels = Readonly<Record<string, Severity | 'off'>>;

/**
 * The findings of the given rules, in document order. Rules that do not apply in the document's stage are skipped, and
 * so are findings that a comment in the document suppresses.
 */
export function check(rules: readonly Rule[], context: RuleContext, levels: Levels = {}): Finding[] {
  const isSuppressed = readSuppressions(context.document);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const level = levels[rule.id];
    if (level === 'off' || !appliesIn(rule, context.stage)) continue;
    for (const problem of rule.check(context)) {
      if (isSuppressed(rule.id, problem.range.start.line)) continue;
      const severity = severityOf(rule, problem, level);
      const { message: said } = problem;
      findings.push({ ...problem, message: String(said), said, rule: rule.id, severity });
    }
  }
  // The sort is stable: findings at one position come by severity, then in the order of rules and template.
  return findings.sort(
    (a, b) =>
      comparePositions(a.range.start, b.range.start) ||
      severities.indexOf(b.severity) - severities.indexOf(a.severity),
  );
}

/** True if a rule applies in a stage. A merged document is as settled as a finished one. */
export function appliesIn({ stages }: Pick<Rule, 'stages'>, stage: Stage): boolean {
  return stages.includes(stage === 'merged' ? 'finished' : stage);
}

/** A level replaces the rule's severity, and caps the severity of a finding that is below the rule's. */
function severityOf(rule: Rule, problem: Problem, level: Severity | undefined): Severity {
  const own = problem.severity ?? rule.severity;
  if (level === undefined) return own;
  const weaker = severities.indexOf(own) < severities.indexOf(rule.severity);
  return weaker && severities.indexOf(own) < severities.indexOf(level) ? own : level;
}

/** True if two findings are equal except for their fixes. */
export function sameFinding(a: Finding, b: Finding): boolean {
  return (
    a.rule === b.rule &&
    a.message === b.message &&
    a.severity === b.severity &&
    comparePositions(a.range.start, b.range.start) === 0 &&
    comparePositions(a.range.end, b.range.end) === 0
  );
}
