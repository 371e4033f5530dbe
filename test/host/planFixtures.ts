/** Documents whose plans are run. */

import { CLEAN } from './fixtures';

const PLAN = /(?<=## Implementation Plan\n\n)[\s\S]*?(?=\n## Requirements)/;

/** A draft whose milestones have no steps yet. */
export const NEW_PLAN = CLEAN.replace(
  PLAN,
  '- [ ] Milestone 1: Store tables\n- [ ] Milestone 2: Show tables\n- [ ] Milestone 3: Sign tables\n',
);

/** The same, in progress, its list of next steps moved along to the first milestone. */
export const STARTED = NEW_PLAN.replace('**Status:** Draft', '**Status:** In Progress').replace(
  '- Measure how large',
  '- Milestone 1: Store tables\n- Measure how large',
);

/** A plan in progress whose first milestone has one open step. */
export const LAST_STEP = CLEAN.replace(
  PLAN,
  `- [ ] Milestone 1: Store tables
  - [x] Step 1: Choose a format
  - [ ] Step 2: Write the store
- [ ] Milestone 2: Show tables
  - [ ] Step 1: Draw the curve
`,
).replace('**Status:** Draft', '**Status:** In Progress');
