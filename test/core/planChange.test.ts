/** Changes to plans, each as the text before and after. The cases are plans without the document around them. */

import assert from 'node:assert/strict';
import { parseDocument } from '../../src/core/document';
import type { Edits, Insertion, Planned, Refusal } from '../../src/core/plan/change';
import { insertionEdit, isRefused } from '../../src/core/plan/change';
import { addMilestone, addSteps } from '../../src/core/plan/insert';
import type { Goal } from '../../src/core/plan/move';
import { findTask, goalOfDrop, goalOfStep, moveTask } from '../../src/core/plan/move';
import { readPlan } from '../../src/core/plan/plan';
import { renumberPlan } from '../../src/core/plan/renumber';
import { startMilestone } from '../../src/core/plan/start';
import { applyEdits } from '../../src/core/text';

const HEAD = '# T\n\n## Plan\n\n';
/** The line of the document on which line 0 of a case stands. */
const FIRST = 4;

function plannedOf(plan: string): Planned {
  const document = parseDocument(HEAD + plan);
  return { document, plan: readPlan(document) };
}

function taskOf({ plan }: Planned, line: number) {
  const task = findTask(plan.milestones, FIRST + line);
  assert.ok(task, `no task on line ${line}`);
  return task;
}

/** The plan after a change, or why there is none. */
function after(plan: string, change: Edits | Insertion | Refusal): string {
  if (isRefused(change)) return change.refused;
  const edits = 'edits' in change ? change.edits : [insertionEdit(change)];
  return applyEdits(HEAD + plan, edits).slice(HEAD.length);
}

describe('addSteps', () => {
  for (const [name, plan, line, expected] of [
    ['first steps', '- [ ] A\n- [ ] B\n', 0, '- [ ] A\n  - [ ] x\n  - [ ] y\n- [ ] B\n'],
    ['more steps', '- [ ] A\n  * [x] a\n', 0, '- [ ] A\n  * [x] a\n  * [ ] x\n  * [ ] y\n'],
    [
      'after what is nested',
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
      'tabs as elsewhere',
      '- [ ] A\n\t1. [x] a\n\t2. [x] b\n- [ ] B',
      3,
      '- [ ] A\n\t1. [x] a\n\t2. [x] b\n- [ ] B\n\t1. [ ] x\n\t2. [ ] y',
    ],
    [
      'blank lines between',
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
      'under headings glued together',
      '### Phase 1\n### Phase 2\n',
      0,
      '### Phase 1\n\n- [ ] x\n- [ ] y\n\n### Phase 2\n',
    ],
  ] as const) {
    it(name, () => {
      const planned = plannedOf(plan);
      const task = taskOf(planned, line);
      assert.equal(after(plan, addSteps(planned, task, ['x', 'y'])), expected);
    });
  }

  it('numbers them on, and stops at what is to be typed over', () => {
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
      assert.equal(after(plan, addMilestone(plannedOf(plan), 'Milestone 1: x')), expected);
    });
  }

  it('labels a heading that has no label, and refuses where there is none to follow', () => {
    const plan = '### Phase 1: a\n';
    assert.equal(after(plan, addMilestone(plannedOf(plan), 'pour')), `${plan}\n### Phase 2: pour\n`);
    assert.match(after('', addMilestone(plannedOf('### A\n\n- [ ] a\n'), 'x')), /headings without numbers/);
    assert.match(after('', addMilestone(plannedOf('text'), 'x')), /no plan yet/);
  });
});

describe('moveTask', () => {
  for (const [name, plan, line, goal, expected] of [
    ['down', '- [ ] A\n  - a\n- [ ] B\n', 0, { line: 2, place: 'after' }, '- [ ] B\n- [ ] A\n  - a\n'],
    ['up', '- [ ] A\n- [ ] B\n  text', 1, { line: 0, place: 'before' }, '- [ ] B\n  text\n- [ ] A'],
    [
      'into a milestone without steps',
      '- [ ] A\n  - [ ] a\n    - b\n- [ ] B\n',
      1,
      { line: 3, place: 'inside' },
      '- [ ] A\n- [ ] B\n  - [ ] a\n    - b\n',
    ],
    [
      'into deeper and other markers',
      '- [ ] A\n  - [ ] a\n    more\n- [ ] B\n    * [ ] b\n',
      1,
      { line: 4, place: 'after' },
      '- [ ] A\n- [ ] B\n    * [ ] b\n    * [ ] a\n      more\n',
    ],
    [
      'numbers count on where it was and where it is',
      '1. [ ] A\n   1. [ ] a\n   2. [ ] b\n2. [ ] B\n   1. [ ] c\n   2. [ ] d\n',
      1,
      { line: 4, place: 'after' },
      '1. [ ] A\n   1. [ ] b\n2. [ ] B\n   1. [ ] c\n   2. [ ] a\n   3. [ ] d\n',
    ],
    [
      'the second number to the first',
      '- [ ] A\n  1) [ ] a\n  2) [ ] b\n',
      2,
      { line: 1, place: 'before' },
      '- [ ] A\n  1) [ ] b\n  2) [ ] a\n',
    ],
    [
      '"1." on every line stays',
      '1. [ ] A\n1. [ ] B\n1. [ ] C\n',
      2,
      { line: 0, place: 'before' },
      '1. [ ] C\n1. [ ] A\n1. [ ] B\n',
    ],
    [
      'a row starts at 1 again',
      '- [ ] A\n  - [ ] Step 1: a\n  - [ ] Step 2: b\n- [ ] B\n  - [ ] Step 1: c\n',
      1,
      { line: 3, place: 'inside' },
      '- [ ] A\n  - [ ] Step 1: b\n- [ ] B\n  - [ ] Step 1: c\n  - [ ] Step 2: a\n',
    ],
    [
      'labels that were in no order stay',
      '- [ ] Step 3\n- [ ] Step 1\n- [ ] Step 2\n',
      0,
      { line: 2, place: 'after' },
      '- [ ] Step 1\n- [ ] Step 2\n- [ ] Step 3\n',
    ],
    [
      'milestones that text speaks of keep their numbers',
      '- [ ] Phase 1: a\n- [ ] Phase 2: b\n\nAfter phase 2, rest.\n',
      1,
      { line: 0, place: 'before' },
      '- [ ] Phase 2: b\n- [ ] Phase 1: a\n\nAfter phase 2, rest.\n',
    ],
    [
      'in a quote',
      '> - [ ] A\n>   - [ ] a\n> - [ ] B',
      0,
      { line: 2, place: 'after' },
      '> - [ ] B\n> - [ ] A\n>   - [ ] a',
    ],
    [
      'headings with all that is theirs',
      '### Phase 1\n\n- [ ] a\n\n### Phase 2\n\n- [ ] b\n',
      0,
      { line: 4, place: 'after' },
      '### Phase 1\n\n- [ ] b\n\n### Phase 2\n\n- [ ] a\n',
    ],
  ] as const) {
    it(name, () => {
      const planned = plannedOf(plan);
      const place: Goal = { ...goal, line: FIRST + goal.line };
      assert.equal(after(plan, moveTask(planned, FIRST + line, place)), expected);
    });
  }

  it('keeps CRLF', () => {
    const text = `${HEAD}- [ ] A\n- [ ] B\n`.replaceAll('\n', '\r\n');
    const document = parseDocument(text);
    const moved = moveTask({ document, plan: readPlan(document) }, 4, { line: 5, place: 'after' });
    assert.ok(!isRefused(moved));
    assert.equal(applyEdits(text, moved.edits), `${HEAD}- [ ] B\n- [ ] A\n`.replaceAll('\n', '\r\n'));
  });

  it('is refused between milestones and steps, and for what is gone', () => {
    const plan = '- [ ] A\n  - [ ] a\n- [ ] B\n';
    for (const [from, line, place] of [
      [1, 2, 'after'],
      [2, 1, 'before'],
      [0, 2, 'inside'],
      [9, 0, 'after'],
    ] as const) {
      assert.ok(isRefused(moveTask(plannedOf(plan), FIRST + from, { line: FIRST + line, place })));
    }
  });
});

describe('goals', () => {
  const planned = plannedOf('- [ ] A\n  - [ ] a\n  - [ ] b\n- [ ] B\n  - [ ] c\n');
  const drop = (line: number, onto: number) => goalOfDrop(planned, FIRST + line, FIRST + onto);

  it('of a drop', () => {
    assert.deepEqual(drop(0, 4), { line: FIRST + 3, place: 'after' });
    assert.deepEqual(drop(3, 1), { line: FIRST, place: 'before' });
    assert.deepEqual(drop(1, 3), { line: FIRST + 3, place: 'inside' });
    assert.deepEqual(drop(4, 2), { line: FIRST + 2, place: 'before' });
    assert.deepEqual(
      [drop(0, 1), drop(0, 0), drop(0, 9), drop(9, 0)],
      [undefined, undefined, undefined, undefined],
    );
  });

  it('of a step up or down', () => {
    assert.deepEqual(goalOfStep(planned, FIRST + 1, 1), { line: FIRST + 2, place: 'after' });
    assert.deepEqual(goalOfStep(planned, FIRST + 3, -1), { line: FIRST, place: 'before' });
    assert.equal(goalOfStep(planned, FIRST + 1, -1), undefined);
    assert.equal(goalOfStep(planned, FIRST + 4, 1), undefined);
  });
});

describe('renumberPlan', () => {
  it('counts every row on from its lowest number', () => {
    const plan = '3. [ ] M4: a\n   - [ ] Step 7\n   - [ ] Step 7\n2. [ ] **M2** b\n';
    assert.equal(
      after(plan, renumberPlan(plannedOf(plan))),
      '2. [ ] M2: a\n   - [ ] Step 7\n   - [ ] Step 8\n3. [ ] **M3** b\n',
    );
  });
});

describe('startMilestone', () => {
  it('is refused where no milestone stands, and for one that is done', () => {
    const planned = plannedOf('- [x] **A**\n  - [x] a\n');
    assert.deepEqual(startMilestone(planned, FIRST), { refused: '"A" is done already.' });
    assert.deepEqual(startMilestone(planned, FIRST + 1), {
      refused: `No milestone stands on line ${FIRST + 2}.`,
    });
  });
});
