import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { digest } from '../../src/core/text/digest';
import { repositoryWith } from '../node/git/repository';
import { folderWith, run, textOf } from './program';
import { CLEAN, TEMPLATE } from './texts';

const TEXT = CLEAN.replace('Step 2: Wire it', 'Step 2: Wire it, `verify: make test`').replace(
  '    - [ ] Step 2.1: Draw the cable',
  '  - [ ] Step 3: Look at it (human)',
);
const EVIDENCE = ['--exit', '0', '--tree', 'HEAD'];

describe('tick', () => {
  const repository = (text = TEXT) => {
    const { folder: place, git } = repositoryWith({
      'rfcs/template.md': TEMPLATE,
      'rfcs/1.md': text,
      'main.c': '',
    });
    git('add', '-A');
    git('commit', '-qm', 'x');
    return { place, git };
  };
  const folder = (text = TEXT): string => repository(text).place;
  const own = (place: string): string => textOf(place, 'rfcs/1.md');

  it('keeps the evidence that a step asks for, and says what is next', () => {
    const { place, git } = repository();
    const { status, stdout, stderr } = run(place, 'tick', 'rfcs/1.md', '17', ...EVIDENCE);
    assert.deepEqual([status, stdout], [0, 'rfcs/1.md:17 done Step 2: Wire it, `verify: make test`\n']);
    assert.equal(stderr, 'next: rfcs/1.md:18 do Step 3: Look at it (human)\n');
    const [, tree] =
      /\[x\] Step 2: .* <!-- verified: exit 0, tree (\w+), files [0-9a-f]{16}, words [0-9a-f]+ -->$/m.exec(
        own(place),
      ) ?? [];
    assert.equal(tree, git('rev-parse', 'HEAD'));
  });

  for (const [name, words, message] of [
    [
      'a step without its evidence',
      ['17'],
      /\(make test\), so completing it needs evidence\. Pass --run -- .* or run it, and pass --exit /,
    ],
    ['a check that failed', ['17', '--exit', '1', '--tree', 'abc'], /exit status 1, so the step is not done/],
    ['half of the evidence', ['17', '--exit', '0'], /--exit and --tree belong together/],
    ['a commit that is none', ['17', '--exit', '0', '--tree', 'a b'], /must be one word/],
    [
      'a commit that git does not know',
      ['17', '--exit', '0', '--tree', '0a1b2c3'],
      /Git knows no commit "0a1b2c3"/,
    ],
    ['a tree', ['17', '--exit', '0', '--tree', 'HEAD:'], /must be one word/],
    [
      'a version that is not that of the document',
      ['18', '--by-hand', '--version', 'abc'],
      /no longer at version abc/,
    ],
    ['a run without a command', ['17', '--run'], /--run needs words after "--": --run -- COMMAND/],
    ['a run and evidence', ['17', ...EVIDENCE, '--run', '--', 'make', 'test'], /not combined with --exit/],
    ['a run that unticks', ['17', '--undo', '--run', '--', 'make', 'test'], /not combined with --undo/],
    [
      'a run for a step without a check',
      ['16', '--run', '--', 'true'],
      /names no check, so there is none to run/,
    ],
    ['a run for a step for people', ['18', '--run', '--', 'true'], /only a person may complete it/],
    ['a run of another command', ['17', '--run', '--', 'true'], /--run runs only .* which is: make test\./],
    ['words for no option', ['17', '--', 'make', 'test'], /"tick" takes FILE LINE\. Got 4/],
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

  it('takes the version of the document as next prints it, and refuses an earlier one', () => {
    const place = folder();
    const version = digest(TEXT);
    const [, command = ''] = run(place, 'next', 'rfcs/1.md').stdout.split('\n');
    assert.equal(command, `  design-docs tick rfcs/1.md 17 --version ${version} --exit STATUS --tree COMMIT`);
    const words = ['tick', 'rfcs/1.md', '17', '--by-hand', '--version', version];
    fs.writeFileSync(path.join(place, 'rfcs/1.md'), TEXT.replace('- [x] Milestone 1', '\n- [x] Milestone 1'));
    const refused = run(place, ...words);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /is no longer at version .* Nothing was written\. "design-docs next" shows/);
    fs.writeFileSync(path.join(place, 'rfcs/1.md'), TEXT);
    assert.equal(run(place, ...words).status, 0);
    assert.match(run(place, ...words).stderr, /is no longer at version/);
  });

  it('is refused where git cannot be asked, but for a person', () => {
    const place = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': TEXT });
    for (const words of [EVIDENCE, ['--run', '--', 'make', 'test']]) {
      const { status, stderr } = run(place, 'tick', 'rfcs/1.md', '17', ...words);
      assert.equal(status, 2);
      assert.match(stderr, /Git cannot be asked here/);
    }
    assert.equal(own(place), TEXT);
    assert.equal(run(place, 'tick', 'rfcs/1.md', '17', '--by-hand').status, 0);
  });

  it('is refused before the first commit', () => {
    const { folder: place } = repositoryWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': TEXT });
    for (const words of [EVIDENCE, ['--run', '--', 'make', 'test']]) {
      assert.match(run(place, 'tick', 'rfcs/1.md', '17', ...words).stderr, /Git knows no commit "HEAD"/);
    }
  });

  it('refuses a step whose files are not there', () => {
    const place = folder(TEXT.replace('make test', 'make test (src/**)'));
    const { stderr } = run(place, 'tick', 'rfcs/1.md', '17', ...EVIDENCE);
    assert.match(stderr, /The step names the files src\/\*\*, and the commit has none of them/);
  });

  it('leaves a step that is done as it is', () => {
    const place = folder();
    assert.equal(run(place, 'tick', 'rfcs/1.md', '16').stdout, 'rfcs/1.md:16 done Step 1: Mount it\n');
    assert.equal(own(place), TEXT);
  });
});
