/** The checks that steps name, and who may complete a step. */

import assert from 'node:assert/strict';
import { isRefused } from '../../../src/core/plan/change';
import { isCommandOf, isForPeople, verificationOf, verifiedBy } from '../../../src/core/plan/verification';
import { completeTask } from '../../../src/core/planEdits/complete';
import { findTask } from '../../../src/core/planEdits/move';
import { FIRST, plannedOf } from './planCase';

const of = (text: string) => verificationOf({ prose: text.split('\n\n') });

describe('verificationOf', () => {
  for (const [text, commands, words] of [
    ['Parse `verify: npm test parser`', ['npm test parser'], []],
    ['Parse, verify: `npm  test`', ['npm test'], []],
    ['**verify:** `npm test`', ['npm test'], []],
    ['**Verify**: `npm test`', ['npm test'], []],
    ['_Verify:_ `npm test`', ['npm test'], []],
    ['***verify:*** `npm test`', ['npm test'], []],
    ['verify：`npm test`', ['npm test'], []],
    ['`VERIFY: npm test`', ['npm test'], []],
    ['Verify: ``a ` b``', ['a ` b'], []],
    ['Parse\n\nAcceptance: `verify: x`', ['x'], []],
    ['Parse\n\nverify:\n\n`x`\n\n`y`', ['x', 'y'], []],
    ['Parse\nverify:\n`x`\nand more `z`', ['x'], []],
    ['`verify: first` and `verify: second`', ['first', 'second'], []],
    ['verify: `first` and `second`', ['first', 'second'], []],
    ['verify: `first`, `second`, and then `third`', ['first', 'second', 'third'], []],
    ['verify: `first` prints `ok`', ['first'], []],
    ['verify: `first`. Also verify: `second`', ['first', 'second'], []],
    ['verify: run it by hand', [], ['run it by hand']],
    ['verify: npm test', [], ['npm test']],
    ['**verify: look at it**', [], ['look at it**']],
    ['verify: the `flag`', [], ['the `flag`']],
    ['Parse verify:', [], ['by hand']],
    ['verify:\n\nthe kettle boils', [], ['the kettle boils']],
    ['`verify: x`, verify: look at it', ['x'], ['look at it']],
  ] as const) {
    it(`finds ${JSON.stringify(text)}`, () => {
      const found = of(text);
      assert.deepEqual([found?.commands, found?.words], [commands, words]);
    });
  }

  for (const text of [
    'Test: `npm test`',
    '`verify:` and `npm test`',
    '<!-- `verify: x` -->',
    '<!-- verify: x -->',
    'no-verify: x',
    'self_verify: x',
    'reverify: x',
    'see https://a.b/verify: x',
    '<https://a.b/verify:x>',
    'Verify the `parser`',
    '`a verify: b`',
  ]) {
    it(`finds nothing in ${JSON.stringify(text)}`, () => assert.equal(of(text), undefined));
  }

  for (const [text, command, files] of [
    ['`verify: npm test heat (src/heat/**)`', 'npm test heat', ['src/heat/**']],
    ['`verify: npm test heat` (src/heat/**, test/*.ts)', 'npm test heat', ['src/heat/**', 'test/*.ts']],
    ['verify: `make` (a/{b,c}/d  Makefile.am)', 'make', ['a/{b,c}/d', 'Makefile.am']],
    ['verify: `a` (x/y) and `b (x/z)`', 'a && b', ['x/y', 'x/z']],
    ['`verify: npm test (slow)`', 'npm test (slow)', []],
    ['`verify: npm test (see docs/a.md)`', 'npm test (see docs/a.md)', []],
    ['`verify: a && (cd/x.sh)`', 'a && (cd/x.sh)', []],
    ['`verify: (cd/x.sh)`', '(cd/x.sh)', []],
    ['`verify: f(a/b)`', 'f(a/b)', []],
    ['`verify: npm test (!src/**)`', 'npm test (!src/**)', []],
    ['`verify: npm test` (human)', 'npm test', []],
  ] as const) {
    it(`finds the files of ${JSON.stringify(text)}`, () => {
      const found = of(text);
      assert.deepEqual([found?.commands.join(' && '), found?.files], [command, files]);
    });
  }

  it('shows all checks in one line', () => {
    const text = 'verify: `a`, `b`, verify: look';
    assert.equal(verifiedBy({ prose: [text] }), 'a && b; look');
    assert.equal(verifiedBy({ prose: ['none'] }), undefined);
  });

  it('is linear in the text', () => {
    for (const part of ['verify: ', '`a` ', 'verify: `a` (', '`a`, ', 'verify:\n', '(a/b ', '` verify: x']) {
      const time = (count: number): number => {
        const start = process.cpuUsage().user;
        of(part.repeat(count));
        return process.cpuUsage().user - start;
      };
      time(1000);
      // The least of several runs, since other programs slow down single ones.
      const least = (count: number): number => Math.min(...[1, 2, 3].map(() => time(count)));
      assert.ok(least(40_000) < 40 * Math.max(least(4000), 5000), part);
    }
  });
});

describe('a command that is to be run', () => {
  for (const [check, words, expected] of [
    ['npm test', ['npm', 'test'], true],
    ['npm test', ['npm test'], true],
    ['npm test', [' npm  test'], true],
    ['npm test', ['npm', 'test', '--'], false],
    ['npm test', ['npm', 'tests'], false],
    ['npm test', ['npm'], false],
    ['npm test', [], false],
    ['a "b c"', ['a', 'b c'], true],
    ['a b c', ['a', 'b c'], false],
    ["a --x='b c'd", ['a', '--x=b cd'], true],
    ['a && b', ['a', '&&', 'b'], false],
    ['a && b', ['a && b'], true],
    ['a $X', ['a', '$X'], false],
    ['a *', ['a', '*'], false],
    ['a "$X"', ['a', '$X'], false],
    ['a ; b', ['a', ';', 'b'], false],
  ] as const) {
    it(`${JSON.stringify(words)} is ${expected ? '' : 'not '}${check}`, () => {
      assert.equal(isCommandOf({ commands: [check], words: [], files: [] }, words), expected);
    });
  }

  it('is all commands of a step that has several', () => {
    const verification = { commands: ['a', 'b'], words: [], files: [] };
    assert.equal(isCommandOf(verification, ['a']), false);
    assert.equal(isCommandOf(verification, ['a && b']), true);
  });
});

describe('isForPeople', () => {
  for (const [name, plan, line, expected] of [
    ['a mark', '- [ ] A\n  - [ ] a (human)\n', 1, true],
    ['a mark in another case', '- [ ] A\n  - [ ] a (Human) b\n', 1, true],
    ['a mark in full width', '- [ ] A\n  - [ ] a（human）\n', 1, true],
    ['a mark in a note', '- [ ] A\n  - [ ] a\n    - (human)\n', 1, true],
    ['a mark in a comment', '- [ ] A\n  - [ ] a <!-- (human) -->\n', 1, false],
    ['a mark in a code block', '- [ ] A\n  - [ ] a\n\n    ~~~\n    (human)\n    ~~~\n', 1, false],
    ['a word', '- [ ] A\n  - [ ] humane\n', 1, false],
    ['the milestone', '- [ ] A (human)\n  - [ ] a\n', 1, true],
    ['a milestone that is a heading', '### Phase 1 (human)\n\n- [ ] a\n', 2, true],
    ['a step between', '- [ ] A\n  - [ ] a (human)\n    - [ ] b\n', 2, true],
    ['another step', '- [ ] A\n  - [ ] a (human)\n  - [ ] b\n', 2, false],
    ['a step below', '- [ ] A\n  - [ ] a (human)\n', 0, false],
    ['a check in words', '- [ ] A\n  - [ ] verify: look\n', 1, true],
    ['a check in words of the milestone', '- [ ] A, verify: look\n  - [ ] a\n', 1, false],
    ['a check by command', '- [ ] A\n  - [ ] verify: `look`\n', 1, false],
    ['a check in a code block', '- [ ] A\n  - [ ] a\n\n    ~~~\n    verify: make\n    ~~~\n', 1, false],
  ] as const) {
    it(`${name}: ${expected}`, () => {
      assert.equal(isForPeople(plannedOf(plan).plan.milestones, FIRST + line), expected);
    });
  }
});

describe('completeTask', () => {
  const evidence = { exit: 0, tree: 'abc' };
  for (const [name, plan, message, needs] of [
    [
      'a mark of the milestone',
      '- [ ] A (human)\n  - [ ] a\n',
      /"a" is part of "A \(human\)", which is marked/,
      'person',
    ],
    ['a check in words', '- [ ] A\n  - [ ] verify: look\n', /its check is in words \("look"\)/, 'person'],
    [
      'a check in a note',
      '- [ ] A\n  - [ ] a\n    - Acceptance: `verify: x`\n',
      /\(x\), so completing it needs evidence\./,
      'evidence',
    ],
    [
      'several checks',
      '- [ ] A\n  - [ ] `verify: x`, `verify: y`\n',
      /\(x && y\), so completing it needs evidence for all/,
      'evidence',
    ],
  ] as const) {
    it(`is refused by ${name}`, () => {
      const refused = completeTask(plannedOf(plan), FIRST + 1, {});
      assert.ok(isRefused(refused));
      assert.match(String(refused.refused), message);
      assert.equal('needs' in refused && refused.needs, needs);
      assert.equal(isRefused(completeTask(plannedOf(plan), FIRST + 1, { evidence })), needs === 'person');
      assert.ok(!isRefused(completeTask(plannedOf(plan), FIRST + 1, { byHand: true })));
    });
  }

  it('takes no check from a code block', () => {
    const plan = plannedOf('- [ ] A\n  - [ ] a\n    ```sh\n    # `verify: x`\n    ```\n');
    assert.equal(verificationOf(findTask(plan.plan.milestones, FIRST + 1) ?? { prose: [] }), undefined);
    assert.ok(!isRefused(completeTask(plan, FIRST + 1, {})));
  });
});
