/** `tick --run`: the only place that runs a command, which its caller gives. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { repositoryWith } from '../node/git/repository';
import { run, textOf } from './program';
import { CLEAN, TEMPLATE } from './texts';

const TEXT = CLEAN.replace('Step 2: Wire it', 'Step 2: Wire it, `verify: make test`').replace(
  '    - [ ] Step 2.1: Draw the cable',
  '  - [ ] Step 3: Look at it (human)',
);

function repository(text: string, files: Readonly<Record<string, string>>) {
  const { folder: place, git } = repositoryWith({
    'rfcs/template.md': TEMPLATE,
    'rfcs/1.md': text,
    'main.c': '',
    ...files,
  });
  git('add', '-A');
  git('commit', '-qm', 'x');
  return { place, git };
}

const own = (place: string): string => textOf(place, 'rfcs/1.md');

describe('tick --run', () => {
  const SAY = 'node say.js';
  const check = (code: string, command = SAY) =>
    repository(TEXT.replace('make test', command), { 'say.js': code });
  const tickBy = (place: string, ...words: string[]) =>
    run(place, 'tick', 'rfcs/1.md', '17', '--run', '--', ...words);

  it("runs the step's own command, and records what it saw", () => {
    const { place, git } = check('console.log("checked"); console.error("twice")');
    const { status, stdout, stderr } = tickBy(place, 'node', 'say.js');
    assert.deepEqual([status, stdout], [0, `rfcs/1.md:17 done Step 2: Wire it, \`verify: ${SAY}\`\n`]);
    assert.match(stderr, /^checked\ntwice\nnext: /);
    const head = git('rev-parse', 'HEAD');
    assert.match(own(place), new RegExp(`tree ${head}, files [0-9a-f]{16}, seen, words `));
    assert.match(run(place, 'ready', 'rfcs/1.md').stderr, /17 proved\. Its check was seen to pass/);
  });

  it('records the files as they are, committed or not', () => {
    const { place, git } = check('');
    fs.writeFileSync(path.join(place, 'main.c'), 'int main;');
    tickBy(place, SAY);
    assert.match(run(place, 'ready', 'rfcs/1.md').stderr, /17 proved\./);
    git('commit', '-qam', 'y');
    assert.match(run(place, 'ready', 'rfcs/1.md').stderr, /17 proved\./);
    git('revert', '-n', 'HEAD');
    git('checkout', '-q', 'HEAD', '--', 'rfcs');
    assert.match(
      run(place, 'ready', 'rfcs/1.md').stderr,
      /17 earlier\. The check passed earlier; files changed since\./,
    );
  });

  it('ticks nothing if the command fails, or is ended', () => {
    for (const [code, message] of [
      [
        'process.exit(3)',
        /The check ended with exit status 3, so the step is not done\. Nothing was ticked\./,
      ],
      ['process.kill(process.pid, "SIGKILL")', /exit status 137|ended by SIGKILL/],
    ] as const) {
      const { place } = check(code);
      const { status, stdout, stderr } = tickBy(place, 'node', 'say.js');
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
      assert.equal(own(place), TEXT.replace('make test', SAY));
    }
  });

  it('runs nothing else: what the document says alone is never run', () => {
    const trap = 'node say.js; node trap.js';
    const { place } = repository(TEXT.replace('make test', trap), {
      'say.js': '',
      'trap.js': 'require("node:fs").writeFileSync("trapped", "")',
    });
    const trapped = (): boolean => fs.existsSync(path.join(place, 'trapped'));
    for (const words of [['node', 'say.js'], [SAY], ['node', 'say.js;', 'node', 'trap.js'], ['']]) {
      const { status, stderr } = tickBy(place, ...words);
      assert.equal(status, 2, words.join('|'));
      assert.match(stderr, /--run runs only the command that verifies the step/);
    }
    run(place, 'ready', 'rfcs/1.md');
    run(place, 'next', 'rfcs/1.md');
    assert.equal(trapped(), false);
    assert.equal(tickBy(place, trap).status, 0, 'the caller gave it');
    assert.equal(trapped(), true);
  });

  it('takes words literally, and a single word as a line for the shell', () => {
    const code = 'process.exit(process.argv[2] === "a b" ? 0 : 1)';
    const { place } = check(code, 'node say.js "a b"');
    assert.equal(tickBy(place, 'node', 'say.js', 'a', 'b').status, 2);
    assert.equal(tickBy(place, 'node', 'say.js', 'a b').status, 0);
    const several = check('', 'node say.js` and `verify: node say.js');
    assert.equal(tickBy(several.place, 'node', 'say.js').status, 2);
    assert.equal(tickBy(several.place, 'node say.js && node say.js').status, 0);
  });

  it('says so if the command changes the files that it is about', () => {
    const { place } = check('require("node:fs").writeFileSync("main.c", "int main;")');
    const { stderr } = tickBy(place, 'node', 'say.js');
    assert.match(stderr, /note: the check changed files that it is about/);
    assert.match(run(place, 'ready', 'rfcs/1.md').stderr, /17 earlier\. .*: main\.c\./);
  });

  it('ticks the step also if the document changed elsewhere meanwhile, and nothing if the line is another', () => {
    const write = (from: string, to: string): string =>
      `const fs = require("node:fs"); const f = "rfcs/1.md"; fs.writeFileSync(f, fs.readFileSync(f, "utf8").replace(${JSON.stringify(from)}, ${JSON.stringify(to)}))`;
    const elsewhere = check(write('lower gate', 'upper gate'));
    assert.equal(tickBy(elsewhere.place, 'node', 'say.js').status, 0);
    assert.match(own(elsewhere.place), /upper gate(?:.*\n)*.*\[x\] Step 2/);
    const moved = check(write('- [x] Milestone 1', '\n- [x] Milestone 1'));
    const { status, stderr } = tickBy(moved.place, 'node', 'say.js');
    assert.equal(status, 2);
    assert.match(stderr, /changed while the check ran, and line 17 is another one/);
    assert.match(own(moved.place), /\[ \] Step 2/);
  });
});
