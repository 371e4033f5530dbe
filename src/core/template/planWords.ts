/** Recognizes names and guidance of plans and of next steps, by words of the vocabulary. */

import { wordFinder } from '../text/wordPatterns';
import words from '../vocabulary/plans.json';

const findPlan = wordFinder({ words: words.planWords, stems: words.planStems });
const findNext = wordFinder({ words: words.nextWords, stems: '' });

/** True if a name or guidance mentions a plan, steps, tasks or milestones. */
export function namesPlan(text: string): boolean {
  return findPlan(text) >= 0;
}

/** True if a name or guidance mentions the next steps. */
export function namesNextSteps(text: string): boolean {
  return findNext(text) >= 0;
}
