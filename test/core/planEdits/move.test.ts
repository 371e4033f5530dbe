/** Moves and renumbering in plans, as the text before and after. */

import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { isRefused } from '../../../src/core/plan/change';
import { readPlan } from '../../../src/core/plan/plan';
import type { Goal } from '../../../src/core/planEdits/move';
import { goalOfDrop, goalOfStep, moveTask } from '../../../src/core/planEdits/move';
import { renumberPlan } from '../../../src/core/planEdits/renumber';
import { applyEdits } from '../../../src/core/text/text';
import { changed, FIRST, HEAD, plannedOf } from '../plan/planCase';

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
      'to a deeper level with other markers',
      '- [ ] A\n  - [ ] a\n    more\n- [ ] B\n    * [ ] b\n',
      1,
      { line: 4, place: 'after' },
      '- [ ] A\n- [ ] B\n    * [ ] b\n    * [ ] a\n      more\n',
    ],
    [
      'numbers are consecutive at the source and at the target',
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
      'numbers of siblings start at 1 again',
      '- [ ] A\n  - [ ] Step 1: a\n  - [ ] Step 2: b\n- [ ] B\n  - [ ] Step 1: c\n',
      1,
      { line: 3, place: 'inside' },
      '- [ ] A\n  - [ ] Step 1: b\n- [ ] B\n  - [ ] Step 1: c\n  - [ ] Step 2: a\n',
    ],
    [
      'labels that were not in order stay',
      '- [ ] Step 3\n- [ ] Step 1\n- [ ] Step 2\n',
      0,
      { line: 2, place: 'after' },
      '- [ ] Step 1\n- [ ] Step 2\n- [ ] Step 3\n',
    ],
    [
      'milestones that other text refers to keep their numbers',
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
      'headings with their sections',
      '### Phase 1\n\n- [ ] a\n\n### Phase 2\n\n- [ ] b\n',
      0,
      { line: 4, place: 'after' },
      '### Phase 1\n\n- [ ] b\n\n### Phase 2\n\n- [ ] a\n',
    ],
  ] as const) {
    it(name, () => {
      const planned = plannedOf(plan);
      const place: Goal = { ...goal, line: FIRST + goal.line };
      assert.equal(changed(plan, moveTask(planned, FIRST + line, place)), expected);
    });
  }

  it('keeps CRLF', () => {
    const text = `${HEAD}- [ ] A\n- [ ] B\n`.replaceAll('\n', '\r\n');
    const document = parseDocument(text);
    const moved = moveTask({ document, plan: readPlan(document) }, 4, { line: 5, place: 'after' });
    assert.ok(!isRefused(moved));
    assert.equal(applyEdits(text, moved.edits), `${HEAD}- [ ] B\n- [ ] A\n`.replaceAll('\n', '\r\n'));
  });

  it('is refused between milestones and steps, and for a task that no longer exists', () => {
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

  const UNREAD: [string, string, number, number, number][] = [
    ['a broken bullet', '- [ ] A\n  - [ ] a\n-[ ] B\n  - [ ] b\n- [ ] C\n', 0, 4, 2],
    ['a broken bullet after a step', '- [ ] A\n  - [ ] a\n-[ ] B\n- [ ] C\n  - [ ] c\n', 1, 4, 2],
    ['a missing bullet', '1. [ ] A\n[ ] B\n2. [ ] C\n', 0, 2, 1],
    ['a bullet that Markdown does not know', '- [ ] A\n• [ ] B\n- [ ] C\n', 0, 2, 1],
    ['no bullet and no box', '- [ ] Phase 1: A\nPhase 2: B\n- [ ] Phase 3: C\n', 0, 2, 1],
    ['a broken bullet in a quote', '> - [ ] A\n> -[ ] B\n> - [ ] C\n', 0, 2, 1],
    [
      'a heading that is too deep',
      '### Phase 1\n\n- [ ] a\n\n#### Phase 2\n\n- [ ] b\n\n### Phase 3\n\n- [ ] c\n',
      0,
      8,
      4,
    ],
    [
      'a broken heading',
      '### Phase 1\n\n- [ ] a\n\n###Phase 2\n\n- [ ] b\n\n### Phase 3\n\n- [ ] c\n',
      0,
      8,
      4,
    ],
  ];
  for (const [name, plan, from, to, unread] of UNREAD) {
    it(`takes no other task along that has ${name}`, () => {
      const moved = moveTask(plannedOf(plan), FIRST + from, { line: FIRST + to, place: 'after' });
      const refused = isRefused(moved) ? String(moved.refused) : changed(plan, moved);
      assert.match(refused, new RegExp(`^Line ${FIRST + unread + 1} looks like another task`));
    });
  }

  it('takes along what belongs to the task, although it is not read', () => {
    for (const [task, other] of [
      ['- [ ] A\n  -[ ] a\n', '- [ ] C\n'],
      ['- [ ] A\n  Phase 2 waits\n', '- [ ] C\n'],
      ['- [ ] A\nand more\n', '- [ ] C\n'],
      ['### Phase 1\n\n- [ ] a\n\n#### Phase 1: notes\n\nTea.\n\n', '### Phase 2\n\n- [ ] b\n\n'],
    ] as const) {
      const to = { line: FIRST + task.split('\n').length - 1, place: 'after' } as const;
      const moved = changed(task + other, moveTask(plannedOf(task + other), FIRST, to));
      assert.equal(moved.trimEnd(), (other + task).trimEnd());
    }
  });
});

describe('goals', () => {
  const planned = plannedOf('- [ ] A\n  - [ ] a\n  - [ ] b\n- [ ] B\n  - [ ] c\n    - [ ] d\n');
  const drop = (line: number, onto: number) => goalOfDrop(planned, FIRST + line, FIRST + onto);

  it('of a drop', () => {
    assert.deepEqual(drop(0, 3), { line: FIRST + 3, place: 'after' });
    assert.deepEqual(drop(3, 0), { line: FIRST, place: 'before' });
    assert.deepEqual(drop(1, 3), { line: FIRST + 3, place: 'inside' });
    assert.deepEqual(drop(4, 2), { line: FIRST + 2, place: 'before' });
    assert.equal(drop(0, 0), undefined);
  });

  it('of a drop that makes no sense are refused', () => {
    const refusal = (line: number, onto: number): string => {
      const goal = drop(line, onto);
      return goal && isRefused(goal) ? String(goal.refused) : `${JSON.stringify(goal)} is no refusal`;
    };
    for (const step of [4, 5])
      assert.match(refusal(0, step), /A milestone can only be moved among milestones/);
    assert.match(refusal(0, 1), /into its own steps/);
    assert.match(refusal(4, 5), /into its own steps/);
    for (const [line, onto] of [
      [0, 9],
      [9, 0],
    ] as const)
      assert.match(refusal(line, onto), /no longer/);
  });

  it('of a step up or down', () => {
    assert.deepEqual(goalOfStep(planned, FIRST + 1, 1), { line: FIRST + 2, place: 'after' });
    assert.deepEqual(goalOfStep(planned, FIRST + 3, -1), { line: FIRST, place: 'before' });
    assert.equal(goalOfStep(planned, FIRST + 1, -1), undefined);
    assert.equal(goalOfStep(planned, FIRST + 4, 1), undefined);
  });
});

describe('renumberPlan', () => {
  it('numbers siblings consecutively from their lowest number', () => {
    const plan = '3. [ ] M4: a\n   - [ ] Step 7\n   - [ ] Step 7\n2. [ ] **M2** b\n';
    assert.equal(
      changed(plan, renumberPlan(plannedOf(plan))),
      '2. [ ] M2: a\n   - [ ] Step 7\n   - [ ] Step 8\n3. [ ] **M3** b\n',
    );
  });

  it('does not change a list in which a longer number would change the nesting', () => {
    const plan = `${'1. [ ] a\n'.repeat(8)}2. [ ] b\n9. [ ] c\n   - [ ] d\n`;
    assert.equal(changed(plan, renumberPlan(plannedOf(plan))), plan);
  });
});
