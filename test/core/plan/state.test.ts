/** The state of tasks: evidence, contradictions and the next step. */

import assert from 'node:assert/strict';
import { attestedBy, refuseEvidence } from '../../../src/core/plan/evidence';
import { idle } from '../../../src/core/plan/idle';
import { nextStep } from '../../../src/core/plan/next';
import { completeEdits, contradicted, tickEdits } from '../../../src/core/planEdits/tick';
import { changed, FIRST, plannedOf } from './planCase';

describe('evidence', () => {
  const plan = '- [ ] A\n  - [ ] a `verify: x`\n    more\n\n    a paragraph\n    - [ ] b\n';
  const complete = (text: string, exit = 0) => {
    const { document, plan: read } = plannedOf(text);
    const [step] = read.milestones[0]?.steps ?? [];
    assert.ok(step);
    return changed(text, { edits: completeEdits(document, step, { exit, tree: 'ab/c-1' }) ?? [] });
  };
  const attested = (text: string) => {
    const [step] = plannedOf(text).plan.milestones[0]?.steps ?? [];
    return step && attestedBy(step);
  };

  it('is stored once, after the first paragraph, and stays valid when nested steps change', () => {
    const done = complete(plan);
    assert.match(
      done,
      /^- \[ \] A\n {2}- \[x\] a `verify: x`\n {4}more <!-- verified: .* -->\n\n {4}a paragraph\n/,
    );
    assert.deepEqual(attested(done), { exit: 0, tree: 'ab/c-1', reworded: false });
    assert.equal(attested(done.replace('[ ] b', '[x] b'))?.reworded, false);
    assert.equal(attested(done.replace('more', 'less'))?.reworded, true);
    assert.equal(attested(done.replace('a paragraph', 'another'))?.reworded, true);
    assert.equal(complete(done), done);
  });

  it('has a digest of the files, and may have been seen; older comments have neither', () => {
    const { document, plan: read } = plannedOf(plan);
    const [step] = read.milestones[0]?.steps ?? [];
    assert.ok(step);
    const evidence = { exit: 0, tree: 'abc', files: '00ff', seen: true };
    const done = changed(plan, { edits: completeEdits(document, step, evidence) ?? [] });
    assert.match(done, / <!-- verified: exit 0, tree abc, files 00ff, seen, words [0-9a-f]+ -->$/m);
    assert.deepEqual(attested(done), { ...evidence, reworded: false });
    const old = done.replace(', files 00ff, seen', '');
    assert.deepEqual(attested(old), { exit: 0, tree: 'abc', reworded: false });
    assert.equal(complete(done), complete(old));
    assert.equal(attested(done.replace(' <!--', ' `<!--').replace('-->', '-->`')), undefined, 'in code');
  });

  it('is not read from a code block', () => {
    const comment = '<!-- verified: exit 0, tree abc, words 0 -->';
    assert.equal(attested(plan.replace('a paragraph', `~~~\n    ${comment}\n    ~~~`)), undefined);
  });

  it('is removed with the tick', () => {
    const done = complete(plan);
    const edits = tickEdits(plannedOf(done).document, FIRST + 1, false);
    assert.equal(changed(done, { edits: edits ?? [] }), plan);
  });

  for (const [exit, tree, accepted] of [
    [0, '1a2b3c', true],
    [0, 'v1.0-rc.1', true],
    [0, 'refs/heads/main', true],
    [1, '1a2b3c', false],
    [-1, '1a2b3c', false],
    [0.5, '1a2b3c', false],
    [256, '1a2b3c', false],
    [0, '', false],
    [0, 'a b', false],
    [0, '-->', false],
    [0, 'a--b', false],
    [0, 'a-', false],
    [0, 'a'.repeat(65), false],
  ] as const) {
    it(`${exit} on ${JSON.stringify(tree)} is ${accepted ? 'accepted' : 'refused'}`, () => {
      assert.equal(refuseEvidence({ exit, tree }) === undefined, accepted);
    });
  }
});

describe('contradicted', () => {
  for (const [name, plan, line, expected] of [
    ['the last step ticked', '- [ ] A\n  - [x] a\n  - [x] b\n', 2, [0]],
    ['a step ticked, another open', '- [ ] A\n  - [x] a\n  - [ ] b\n', 1, []],
    ['the last step two levels down', '- [ ] A\n  - [ ] a\n    - [x] b\n', 2, [1, 0]],
    ['one level is still open', '- [ ] A\n  - [ ] a\n    - [x] b\n  - [ ] c\n', 2, [1]],
    ['a step opened under ticked ones', '- [x] A\n  - [x] a\n    - [ ] b\n', 2, [1, 0]],
    ['a step with another mark', '- [ ] A\n  - [x] a\n  - [~] b\n', 1, []],
    ['an open step below a ticked one', '- [ ] A\n  - [x] a\n    - [ ] b\n  - [x] c\n', 3, []],
    ['a line that is no task', '- [ ] A\n  - [x] a\n  - [ ]b\n', 1, []],
    ['a mark of its own stays', '- [~] A\n  - [x] a\n', 1, []],
    ['a heading has no box', '### Phase 1\n\n- [x] a\n', 2, []],
    ['a milestone has nothing around it', '- [x] A\n', 0, []],
  ] as const) {
    it(name, () => {
      const found = contradicted(plannedOf(plan).plan, FIRST + line);
      assert.deepEqual(
        found.map((task) => task.line - FIRST),
        expected,
      );
    });
  }
});

describe('nextStep', () => {
  for (const [name, plan, expected] of [
    [
      'the first open leaf of a started milestone',
      '- [ ] A\n  - [ ] a\n- [ ] B\n  - [x] b\n  - [ ] c\n',
      'do c',
    ],
    ['a deep leaf', '- [ ] A\n  - [ ] a\n    - [x] b\n    - [ ] c\n', 'do c'],
    ['the first open milestone', '- [x] A\n  - [x] a\n- [ ] B\n  - [ ] b\n', 'do b'],
    ['a milestone without steps', '- [x] A\n  - [x] a\n- [ ] B\n', 'start B'],
    ['a flat list', '- [x] A\n- [ ] B\n', 'do B'],
    ['a heading without tasks', '### Phase 1\n\n### Phase 2\n\n- [x] b\n', 'start Phase 1'],
    ['another mark is passed over', '- [ ] A\n  - [~] a\n  - [ ] b\n', 'do b'],
    ['a milestone that only waits for its tick', '- [ ] A\n  - [x] a\n', 'finish A'],
    ['ticks before work', '- [ ] A\n  - [x] a\n- [ ] B\n  - [ ] b\n', 'finish A'],
    ['a nested tick', '- [ ] A\n  - [ ] a\n    - [x] b\n  - [ ] c\n', 'finish a'],
    ['an open step below a tick', '- [x] A\n  - [x] a\n    - [ ] b\n- [ ] B\n', 'do b'],
    ['a started milestone before a new one', '- [ ] A\n- [ ] B\n  - [x] b\n  - [ ] c\n', 'do c'],
    ['nothing below another mark', '- [~] A\n  - [ ] a\n', undefined],
    ['nothing over another mark', '- [ ] A\n  - [x] a\n  - [~] b\n', undefined],
    ['nothing over a line that is no task', '- [ ] A\n  - [x] a\n  - [] b\n', undefined],
    ['nothing', '- [x] A\n', undefined],
  ] as const) {
    it(name, () => {
      const found = nextStep(plannedOf(plan).plan);
      assert.equal(found && `${found.action} ${(found.step ?? found.milestone).title}`, expected);
    });
  }
});

describe('idle', () => {
  for (const [name, plan, expected] of [
    ['every box is ticked', '- [x] A\n  - [x] a\n', 'done'],
    ['no tasks', 'Some words.\n', 'no-plan'],
    ['a table', '| a | b |\n| - | - |\n| [ ] | c |\n', 'no-plan'],
    ['other marks', '- [x] A\n  - [x] a\n  - [~] b\n  - [-] c\n', 'settle 2 3'],
    ['a mark before a line that is no task', '- [x] A\n- [~] B\n- [] C\n', 'settle 1'],
    ['lines that are no tasks', '- [x] A\n- [] B\n\n• [ ] C\n', 'unreadable 1 3'],
    ['a list inside HTML', '<details>\n- [ ] A\n</details>\n', 'unreadable 1'],
    ['a comment is no task', '- [x] A\n\n<!--\n- [ ] B\n-->\n', 'done'],
    ['code is no task', '- [x] A\n\n```md\n- [ ] B\n[ ] C\n```\n', 'done'],
    ['a heading like a milestone', '- [x] A\n\n### Milestone 2: B\n\nLater.\n', 'unreadable 2'],
    ['a heading about a milestone', '- [x] Milestone 1: A\n\n### Milestone 1: A\n\nText.\n', 'done'],
  ] as const) {
    it(name, () => {
      const { plan: read } = plannedOf(plan);
      assert.equal(nextStep(read), undefined);
      const { reason, lines } = idle(read);
      assert.equal([reason, ...lines.map((line) => line - FIRST)].join(' '), expected);
    });
  }
});
