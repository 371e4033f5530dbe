/** Finds a finding, and its fixes, in a later analysis of its document. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import { sameFinding } from '../analysis/check';
import type { Fix } from '../edits/problem';
import { offeredFixes } from './proof';

/** The finding as it is now: at the same place, or the only one of its rule that says the same. */
function findingAgain({ findings, suppressed }: Analysis, finding: Finding): Finding | undefined {
  const alike = [...findings, ...suppressed].filter(
    ({ rule, message }) => rule === finding.rule && message === finding.message,
  );
  return alike.find((other) => sameFinding(other, finding)) ?? (alike.length === 1 ? alike[0] : undefined);
}

/** The proved fixes that a finding has now; none if it is gone. */
export function fixesAgain(analysis: Analysis, finding: Finding): readonly Fix[] {
  const now = findingAgain(analysis, finding);
  return now ? offeredFixes(analysis, now) : [];
}
