import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { isRefused } from '../../../src/core/plan/change';
import { findMilestone } from '../../../src/core/plan/findMilestone';
import { readPlan } from '../../../src/core/plan/plan';

const plan = readPlan(
  parseDocument(`# T

## Plan

- [ ] Milestone 1: Fill the kettle
- [ ] Milestone 5: Boil
- [ ] Milestone 9: Boil it over
- [ ] **M12** Pour
- [ ] Milestone 9: Drink
`),
);

describe('findMilestone', () => {
  for (const [words, expected] of [
    ['1', 'Milestone 1: Fill the kettle'],
    ['12', '**M12** Pour'],
    ['8', '**M12** Pour'],
    ['line 5', 'Milestone 1: Fill the kettle'],
    [' Line 6 ', 'Milestone 5: Boil'],
    ['milestone 5', 'Milestone 5: Boil'],
    ['milestone 5: boil', 'Milestone 5: Boil'],
    ['m12', '**M12** Pour'],
    ['the kettle', 'Milestone 1: Fill the kettle'],
    ['boil', /^Several .*: line 6 "Milestone 5: Boil", line 7 "Milestone 9: Boil it over"\.$/],
    ['5', /^Several milestones match "5"\. Name one of these: line 5 .*, line 6 .*\.$/],
    ['9', /^Several .*: line 7 .*, line 9 /],
    ['line 1', /^No milestone matches "line 1"/],
    ['kett', /^No milestone/],
    ['', /^No milestone/],
  ] as const) {
    it(`takes "${words}"`, () => {
      const found = findMilestone(plan, words);
      if (typeof expected === 'string')
        assert.equal(isRefused(found) ? found.refused : found.title, expected);
      else assert.match(isRefused(found) ? String(found.refused) : found.title, expected);
    });
  }
});
