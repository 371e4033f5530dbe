/** Test cases for plans: the document around the plan is always the same. */

import { parseDocument } from '../../../src/core/document/document';
import type { Edits, Insertion, Planned, Refusal } from '../../../src/core/plan/change';
import { insertionEdit, isRefused } from '../../../src/core/plan/change';
import { readPlan } from '../../../src/core/plan/plan';
import { applyEdits } from '../../../src/core/text/text';

/** The text before the plan of a case. */
export const HEAD = '# T\n\n## Plan\n\n';
/** The line of the document at which a case's plan starts, from 0. */
export const FIRST = 4;

/** The analysis of a document with the given plan. */
export function plannedOf(plan: string): Planned {
  const document = parseDocument(HEAD + plan);
  return { document, plan: readPlan(document) };
}

/** The plan after a change, or the reason of its refusal. */
export function changed(plan: string, change: Edits | Insertion | Refusal): string {
  if (isRefused(change)) return String(change.refused);
  const edits = 'edits' in change ? change.edits : [insertionEdit(change)];
  return applyEdits(HEAD + plan, edits).slice(HEAD.length);
}
