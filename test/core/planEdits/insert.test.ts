/** Insertions into plans, as the text before and after. */

import assert from 'node:assert/strict';
import type { Planned } from '../../../src/core/plan/change';
import { isRefused } from '../../../src/core/plan/change';
import { addMilestone, addSteps } from '../../../src/core/planEdits/insert';
import { findTask } from '../../../src/core/planEdits/move';
import { startMilestone } from '../../../src/core/planEdits/start';
import { say } from '../../../src/core/text/message';
import { changed, FIRST, plannedOf } from '../plan/planCase';

function taskOf({ plan }: Planned, line: number) {
  const task = findTask(plan.milestones, FIRST + line);
  assert.ok(task, `no task on line ${line}`);
  return task;
}

describe('addSteps', () => {
  for (const [name, plan, line, expected] of [
    ['first steps', '- [ ] A\n- [ ] B\n', 0, '- [ ] A\n  - [ ] x\n  - [ ] y\n- [ ] B\n'],
    ['more steps', '- [ ] A\n  * [x] a\n', 0, '- [ ] A\n  * [x] a\n  * [ ] x\n  * [ ] y\n'],
    [
      'after nested blocks',
      '- [ ] A\n  - [x] a\n    - b\n',
      0,
      '- [ ] A\n  - [x] a\n    - b\n  - [ ] x\n  - [ ] y\n',
    ],
    ['numbers', '1. [ ] A\n   1. [x] a\n', 0, '1. [ ] A\n   1. [x] a\n   2. [ ] x\n   3. [ ] y\n'],
    ['under a number', '10) [ ] A\n', 0, '10) [ ] A\n    - [ ] x\n    - [ ] y\n'],
    ['a tab after the marker', '-\t[ ] A\n', 0, '-\t[ ] A\n    - [ ] x\n    - [ ] y\n'],
    ['in a quote', '> - [ ] A\n', 0, '> - [ ] A\n>   - [ ] x\n>   - [ ] y\n'],
    [
      'as elsewhere',
      '- [ ] A\n    + [x] a\n- [ ] B\n',
      2,
      '- [ ] A\n    + [x] a\n- [ ] B\n    + [ ] x\n    + [ ] y\n',
    ],
    [
      'with tabs if the list uses tabs',
      '- [ ] A\n\t1. [x] a\n\t2. [x] b\n- [ ] B',
      3,
      '- [ ] A\n\t1. [x] a\n\t2. [x] b\n- [ ] B\n\t1. [ ] x\n\t2. [ ] y',
    ],
    [
      'with blank lines if the list is loose',
      '- [ ] A\n\n  - [ ] a\n\n  - [ ] b\n',
      0,
      '- [ ] A\n\n  - [ ] a\n\n  - [ ] b\n\n  - [ ] x\n\n  - [ ] y\n',
    ],
    [
      'after notes',
      '- [ ] A\n  wrapped\n\n  more\n',
      0,
      '- [ ] A\n  wrapped\n\n  more\n  - [ ] x\n  - [ ] y\n',
    ],
    ['without a last line ending', '- [ ] A', 0, '- [ ] A\n  - [ ] x\n  - [ ] y'],
    [
      'under a heading',
      '### Phase 1\n\n### Phase 2\n',
      0,
      '### Phase 1\n\n- [ ] x\n- [ ] y\n\n### Phase 2\n',
    ],
    [
      'under a heading with text',
      '### Phase 1\n* [ ] a\n\n### Phase 2\ntext\n',
      3,
      '### Phase 1\n* [ ] a\n\n### Phase 2\ntext\n\n* [ ] x\n* [ ] y\n',
    ],
    ['under a heading at the end', '### Phase 1', 0, '### Phase 1\n\n- [ ] x\n- [ ] y'],
    [
      'under headings without blank lines',
      '### Phase 1\n### Phase 2\n',
      0,
      '### Phase 1\n\n- [ ] x\n- [ ] y\n\n### Phase 2\n',
    ],
  ] as const) {
    it(name, () => {
      const planned = plannedOf(plan);
      const task = taskOf(planned, line);
      assert.equal(changed(plan, addSteps(planned, task, ['x', 'y'])), expected);
    });
  }

  it('continues the numbering, and puts tab stops on the titles', () => {
    const plan = '- [ ] A\n  - [ ] Step 3: a\n';
    const planned = plannedOf(plan);
    const made = addSteps(planned, taskOf(planned, 0), ['Step 1: <do it>', 'other']);
    assert.ok(!isRefused(made));
    assert.equal(made.text, '\n  - [ ] Step 4: <do it>\n  - [ ] other');
    assert.deepEqual(
      made.stops.map(({ start, end }) => made.text.slice(start, end)),
      ['<do it>', 'other'],
    );
  });
});

describe('addMilestone', () => {
  for (const [name, plan, expected] of [
    [
      'an item',
      '* [ ] Milestone 1: a\n  * [ ] b\n\ntext\n',
      '* [ ] Milestone 1: a\n  * [ ] b\n* [ ] Milestone 2: x\n\ntext\n',
    ],
    ['a number', '3. [ ] Milestone 7: a', '3. [ ] Milestone 7: a\n4. [ ] Milestone 8: x'],
    [
      'a heading',
      '### Milestone 1\n\n- [ ] a\n\n## After\n',
      '### Milestone 1\n\n- [ ] a\n\n### Milestone 2: x\n\n## After\n',
    ],
    ['a bold heading', '#### **Milestone 1**: a', '#### **Milestone 1**: a\n\n#### Milestone 2: x'],
  ] as const) {
    it(name, () => {
      assert.equal(changed(plan, addMilestone(plannedOf(plan), 'Milestone 1: x')), expected);
    });
  }

  it('adds a label to a heading without one, and refuses if there is no milestone to continue from', () => {
    const plan = '### Phase 1: a\n';
    assert.equal(changed(plan, addMilestone(plannedOf(plan), 'pour')), `${plan}\n### Phase 2: pour\n`);
    assert.match(changed('', addMilestone(plannedOf('### A\n\n- [ ] a\n'), 'x')), /headings without numbers/);
    assert.match(changed('', addMilestone(plannedOf('text'), 'x')), /no plan yet/);
  });
});

describe('startMilestone', () => {
  it('is refused on a line without a milestone, and for a milestone that is done', () => {
    const planned = plannedOf('- [x] **A**\n  - [x] a\n');
    assert.deepEqual(startMilestone(planned, FIRST), { refused: say`"${'A'}" is done already.` });
    assert.deepEqual(startMilestone(planned, FIRST + 1), {
      refused: say`There is no milestone on line ${FIRST + 2}.`,
    });
  });
});
