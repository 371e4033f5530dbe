import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { waitingTasks } from '../../../src/core/plan/dependencies';
import { idle } from '../../../src/core/plan/idle';
import { nextStep } from '../../../src/core/plan/next';
import { readPlan } from '../../../src/core/plan/plan';

const planOf = (...lines: readonly string[]) => readPlan(parseDocument(`## Plan\n\n${lines.join('\n')}\n`));

/** The titles of the waiting tasks, each with the title that it waits for. */
const waits = (...lines: readonly string[]): string[] =>
  [...waitingTasks(planOf(...lines))].map(([task, other]) => `${task.title} < ${other.title}`);

describe('a task that waits for another one', () => {
  for (const [text, others] of [
    ['depends on T001', ['T001']],
    ['(depends on T001, T002)', ['T001']],
    ['depends on T002 and T001', ['T002']],
    ['**Depends on:** T002', ['T002']],
    ['blocked by `T001`', ['T001']],
    ['depends on 1.2', ['1.2']],
    ['depends on Milestone 3', ['Milestone 3']],
    ['depends on T000-T002', ['T001']],
    ['depends on T000, T003 to T005', ['T004']],
    ['depends on 7', ['7.']],
    ['hängt ab von T001', ['T001']],
    ['depends on T003', []],
    ['depends on T999', []],
    ['depends on the weather', []],
    ['depends on 7 other teams', []],
    ['depends on version 7.2 of it', []],
    ['independently of T001', []],
    ['**Requirements:** 1.2', []],
    ['depends on `verify`', []],
    ['depends on D1', []],
  ] as const) {
    it(`is told by ${JSON.stringify(text)}`, () => {
      const known = ['T001', 'T002', '7.', '1.2', 'Milestone 3', 'T004', 'D1', 'D1'];
      const found = waits(
        ...known.map((name) => `- [ ] ${name} Do it`),
        '- [x] T003 Done',
        `- [ ] Last ${text}`,
      );
      assert.deepEqual(
        found,
        others.map((other) => `Last ${text} < ${other} Do it`),
      );
    });
  }

  it('is told by its notes, too, and not by what is around it', () => {
    assert.deepEqual(waits('- [ ] T001 A', '- [ ] T002 B', '  - depends on T001'), ['T002 B < T001 A']);
    assert.deepEqual(waits('- [ ] T001 A (depends on T002)', '  - [ ] T002 B (depends on T001)'), []);
  });

  it('means the step beside it, if several have the name', () => {
    const steps = ['  - [ ] Step 1: Go', '  - [ ] Step 2: Stop (depends on Step 1)'];
    assert.deepEqual(waits('- [ ] Milestone 1: A', ...steps, '- [ ] Milestone 2: B', ...steps), [
      'Step 2: Stop (depends on Step 1) < Step 1: Go',
      'Step 2: Stop (depends on Step 1) < Step 1: Go',
    ]);
  });

  it('is not next', () => {
    const plan = planOf('- [ ] M1', '  - [ ] T001 A (depends on T002)', '- [ ] M2', '  - [ ] T002 B');
    assert.equal(nextStep(plan)?.step?.title, 'T002 B');
    const milestones = planOf('- [ ] Milestone 1: A (depends on Milestone 2)', '- [ ] Milestone 2: B');
    assert.equal(nextStep(milestones)?.milestone.title, 'Milestone 2: B');
  });

  it('is named if nothing else is left', () => {
    const plan = planOf('- [ ] T001 A (depends on T002)', '- [ ] T002 B (depends on T001)');
    assert.equal(nextStep(plan), undefined);
    assert.deepEqual(idle(plan), { reason: 'blocked', lines: [2, 3] });
  });
});
