/** Plans as cases: the document around them is always the same. */

import { parseDocument } from '../../../src/core/document/document';
import type { Edits, Insertion, Planned, Refusal } from '../../../src/core/plan/change';
import { insertionEdit, isRefused } from '../../../src/core/plan/change';
import { readPlan } from '../../../src/core/plan/plan';
import { applyEdits } from '../../../src/core/text/text';

export const HEAD = '# T\n\n## Plan\n\n';
/** The line of the document on which line 0 of a case stands. */
export const FIRST = 4;

export function plannedOf(plan: string): Planned {
  const document = parseDocument(HEAD + plan);
  return { document, plan: readPlan(document) };
}

/** The plan after a change, or why there is none. */
export function changed(plan: string, change: Edits | Insertion | Refusal): string {
  if (isRefused(change)) return change.refused;
  const edits = 'edits' in change ? change.edits : [insertionEdit(change)];
  return applyEdits(HEAD + plan, edits).slice(HEAD.length);
}
