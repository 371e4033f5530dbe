/** A document with a very long plan. */

import { CLEAN } from './fixtures';

export const MILESTONES = 50;
/** The steps of each milestone. */
export const STEPS = 500;

/** A document with 25,000 steps. */
export function longPlan(): string {
  const plan = Array.from({ length: MILESTONES }, (_, at) => {
    const steps = Array.from(
      { length: STEPS },
      (_, below) => `  - [ ] Step ${below + 1}: Lay stone ${below + 1}\n`,
    );
    return `- [ ] Milestone ${at + 1}: Build wall ${at + 1}\n${steps.join('')}`;
  });
  return CLEAN.replace(/(?<=## Implementation Plan\n\n)[\s\S]*?(?=\n## Requirements)/, plan.join(''));
}
