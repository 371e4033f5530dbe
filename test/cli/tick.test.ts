import assert from 'node:assert/strict';
import { folderWith, run, textOf } from './program';
import { CLEAN, TEMPLATE } from './texts';

const TEXT = CLEAN.replace('Step 2: Wire it', 'Step 2: Wire it, `verify: make test`').replace(
  '    - [ ] Step 2.1: Draw the cable',
  '  - [ ] Step 3: Look at it (human)',
);
const EVIDENCE = ['--exit', '0', '--tree', '0a1b2c3'];

describe('tick', () => {
  const folder = (text = TEXT): string => folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': text });
  const own = (place: string): string => textOf(place, 'rfcs/1.md');

  it('keeps the evidence that a step asks for, and says what is next', () => {
    const place = folder();
    const { status, stdout, stderr } = run(place, 'tick', 'rfcs/1.md', '17', ...EVIDENCE);
    assert.deepEqual([status, stdout], [0, 'rfcs/1.md:17 done Step 2: Wire it, `verify: make test`\n']);
    assert.equal(stderr, 'next: rfcs/1.md:18 do Step 3: Look at it (human)\n');
    assert.match(own(place), /\[x\] Step 2: .* <!-- verified: exit 0, tree 0a1b2c3, words [0-9a-f]+ -->$/m);
  });

  for (const [name, words, message] of [
    [
      'a step without its evidence',
      ['17'],
      /\(make test\), so completing it needs evidence\. Run that, and pass --exit /,
    ],
    ['a check that failed', ['17', '--exit', '1', '--tree', 'abc'], /exit status 1, so the step is not done/],
    ['half of the evidence', ['17', '--exit', '0'], /--exit and --tree belong together/],
    ['a tree that is none', ['17', '--exit', '0', '--tree', 'a b'], /must be one word/],
    [
      'an exit status that is none',
      ['17', '--exit', 'zero', '--tree', 'a'],
      /--exit must be a whole number from 0/,
    ],
    ['a step for people', ['18', ...EVIDENCE], /only a person may complete it\. .* pass --by-hand/],
    ['a milestone with open steps', ['15'], /is not finished: "Step 2: .*" on line 17 is open\. .*--by-hand/],
    ['a line without a task', ['1'], /There is no step or milestone on line 1\./],
    ['what is no line', ['one'], /LINE must be a whole number from 1, not "one"/],
  ] as const) {
    it(`refuses ${name}`, () => {
      const place = folder();
      const { status, stdout, stderr } = run(place, 'tick', 'rfcs/1.md', ...words);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
      assert.equal(own(place), TEXT);
    });
  }

  it('believes a person who has looked, and offers the milestone without ticking it', () => {
    const place = folder();
    run(place, 'tick', 'rfcs/1.md', '17', '--by-hand');
    const { stderr } = run(place, 'tick', 'rfcs/1.md', '18', '--by-hand');
    assert.match(
      stderr,
      /^"Milestone 2: Screen" has all its steps done, and can be ticked: design-docs tick rfcs\/1\.md 15$/m,
    );
    assert.equal(own(place), TEXT.replace('[ ] Step 2', '[x] Step 2').replace('[ ] Step 3', '[x] Step 3'));
    const milestone = run(place, 'tick', 'rfcs/1.md', '15');
    assert.equal(milestone.stdout, 'rfcs/1.md:15 done Milestone 2: Screen\n');
    assert.match(milestone.stderr, /^Every task of the plan is done\./m);
  });

  it('unticks, takes the evidence away, and names what is ticked around it', () => {
    const all = TEXT.replace('[ ] Milestone', '[x] Milestone');
    const place = folder(all);
    run(place, 'tick', 'rfcs/1.md', '17', ...EVIDENCE);
    const { status, stdout, stderr } = run(place, 'tick', 'rfcs/1.md', '17', '--undo');
    assert.deepEqual([status, stdout], [0, 'rfcs/1.md:17 open Step 2: Wire it, `verify: make test`\n']);
    assert.match(stderr, /is still ticked: design-docs tick rfcs\/1\.md 15 --undo/);
    assert.equal(own(place), all);
  });

  it('leaves a step that is done as it is', () => {
    const place = folder();
    assert.equal(run(place, 'tick', 'rfcs/1.md', '16').stdout, 'rfcs/1.md:16 done Step 1: Mount it\n');
    assert.equal(own(place), TEXT);
  });
});
