/** Rules that a team or a document has turned off. Nothing is known of what they would have found. */

import type { Analysis } from '../analysis/analyze';
import type { Document } from '../document/document';
import { readSuppressions } from '../document/suppress';
import { memoize } from '../query/memoize';
import type { Rule } from '../rules/rule';

const COMMENT = /design-docs:[ \t]*disable\b/;
const hasComment = memoize(({ text }: Document): boolean => COMMENT.test(text));

/** True if findings of the rule are not shown: its level is off, or a comment in the document suppresses one. */
export function isMuted(rule: Rule, { bound, document, environment, plan }: Analysis): boolean {
  if (environment.levels?.[rule.id] === 'off') return true;
  if (!bound || !hasComment(document)) return false;
  const isSuppressed = readSuppressions(document);
  const { outline, stage } = bound;
  for (const { range } of rule.check({ document, outline, plan, stage, environment })) {
    if (isSuppressed(rule.id, range.start.line)) return true;
  }
  return false;
}
