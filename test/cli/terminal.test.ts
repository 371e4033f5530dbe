/** What people see at a terminal, on one that `script` of util-linux makes. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { openProgress } from '../../src/cli/progress';
import { bundle, ENVIRONMENT, folderWith, run } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

/** The program that makes a terminal. That of other systems takes other words. */
const SCRIPT = 'script';
const HAS_SCRIPT = /util-linux/.test(String(spawnSync(SCRIPT, ['--version'], { encoding: 'utf8' }).stdout));
const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...PLAIN } = ENVIRONMENT as NodeJS.ProcessEnv;

/** Stands for the control character. */
const ESCAPE = '␛';

/** Runs the program at a terminal, where standard output and standard error are one. */
function atTerminal(
  cwd: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): { readonly status: number | null; readonly shown: string } {
  const command = [process.execPath, bundle(), ...words].map((word) => `'${word}'`).join(' ');
  const { status, stdout } = spawnSync(SCRIPT, ['-q', '-e', '-c', command, '/dev/null'], {
    cwd,
    env: { ...PLAIN, TERM: 'xterm', ...environment },
    encoding: 'utf8',
    input: '',
  });
  return { status, shown: stdout.replaceAll('\r\n', '\n').replaceAll('\u001b', ESCAPE) };
}

const files = { 'rfcs/template.md': TEMPLATE, 'rfcs/0001-lock.md': FLAWED, 'rfcs/2.md': CLEAN };
const [author, suffix] = run(folderWith(files), 'check')
  .stdout.split('\n')
  .map((line) => line.replace(/^\S+ \S+ \S+ /, '')) as [string, string];
const GROUP = `rfcs/0001-lock.md
  4:13  warning  ${author}  header-field
  7:12  warning  ${suffix.padEnd(author.length)}  leftover-suffix

`;
const SUMMARY = '2 findings (2 warnings) in 1 of 2 documents, 1 fixable with `design-docs fix`.\n';

describe('findings in groups', () => {
  it('stand in columns below their document, and the summary counts severities', () => {
    const { status, stdout, stderr } = run(folderWith(files), 'check', '--format', 'grouped');
    assert.deepEqual([status, stdout, stderr], [1, GROUP, SUMMARY]);
  });

  it('are none where there are none', () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/2.md': CLEAN });
    const { status, stdout, stderr } = run(folder, 'check', '--format', 'grouped');
    assert.deepEqual([status, stdout, stderr], [0, '', 'No findings in 1 document.\n']);
  });
});

describe('a terminal', () => {
  before(function () {
    if (!HAS_SCRIPT) this.skip();
  });

  it('shows findings grouped and coloured', () => {
    const { status, shown } = atTerminal(folderWith(files), ['check']);
    assert.equal(status, 1);
    // The terminal has 80 columns, in which these messages have no room beside their rule.
    const rows = GROUP.replace(/ +(?=leftover-suffix)/, '  ');
    assert.equal(shown.replace(/␛\[\d+m/g, ''), rows + SUMMARY);
    assert.ok(shown.includes('␛[33mwarning␛[39m'), shown);
  });

  it('has no colours with NO_COLOR and for a terminal that has none', () => {
    const folder = folderWith(files);
    for (const environment of [{ NO_COLOR: '1' }, { TERM: 'dumb' }])
      assert.doesNotMatch(atTerminal(folder, ['check'], environment).shown, /␛|\p{Cc}(?<!\n)/u);
    assert.match(atTerminal(folder, ['check'], { TERM: 'dumb', FORCE_COLOR: '1' }).shown, /␛\[33m/);
  });

  it('shows lines as in a file with --format text', () => {
    const folder = folderWith(files);
    const { stdout, stderr } = run(folder, 'check');
    assert.equal(atTerminal(folder, ['check', '--format', 'text']).shown, stdout + stderr);
  });

  it('obeys no control character of a document or a name', () => {
    const hostile = FLAWED.replace('## Problem (Required)', '## Pro\u001b[31mblem\u202e\u009b2J (Required)');
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1\u001b[2J\n2.md': hostile });
    for (const words of [['check'], ['check', '--format', 'text'], ['fix', '--dry-run'], ['list']]) {
      const { shown } = atTerminal(folder, words, { NO_COLOR: '1' });
      assert.match(shown, /rfcs\/1\uFFFD\[2J 2\.md/u, words.join(' '));
      assert.doesNotMatch(shown, /[␛\u202e\u009b]|\p{Cc}(?<!\n)/u, words.join(' '));
    }
    assert.doesNotMatch(atTerminal(folder, ['check']).shown, /␛\[(?:31m|2J)|\u202e|\u009b/u);
  });

  it('shows how far a long run is, and nothing of it at the end', () => {
    const documents = Array.from({ length: 30 }, (_none, index) => [`rfcs/${1000 + index}.md`, CLEAN]);
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, ...Object.fromEntries(documents) });
    const slow = path.join(
      folderWith({ 'slow.cjs': 'let now = 0;\nperformance.now = () => (now += 60);\n' }),
      'slow.cjs',
    );
    const environment = { NODE_OPTIONS: `--require "${slow}"` };
    const { shown } = atTerminal(folder, ['check', '--no-cache'], environment);
    assert.match(shown, /^\r␛\[2KSearched \d+ of 31 files/);
    assert.match(shown, /\r␛\[2KChecked \d+ of 30 documents\r␛\[2KNo findings in 30 documents\.\n$/);
    for (const quiet of [{ CI: 'true' }, { TERM: 'dumb' }])
      assert.equal(
        atTerminal(folder, ['check', '--no-cache'], { ...environment, ...quiet }).shown,
        'No findings in 30 documents.\n',
      );
  });
});

describe('the line of progress', () => {
  function shownAt(times: readonly number[]): string[] {
    const written: string[] = [];
    let time = 0;
    const progress = openProgress(
      (text) => written.push(text),
      () => time,
    );
    for (const [index, at] of times.entries()) {
      time = at;
      progress.show('check', index, times.length);
    }
    progress.clear();
    progress.clear();
    return written.map((text) => text.replace('\r\u001b[2K', '<'));
  }

  it('is not shown in the first second', () => {
    assert.deepEqual(shownAt([0, 500, 999]), []);
  });

  it('changes ten times a second at most, and is removed once', () => {
    assert.deepEqual(shownAt([0, 1000, 1050, 1099, 1100, 1150]), [
      '<Checked 1 of 6 documents',
      '<Checked 4 of 6 documents',
      '<',
    ]);
  });

  it('is not shown where no terminal is', () => {
    const progress = openProgress(undefined, () => assert.fail());
    progress.show('check', 1, 2);
    progress.clear();
  });
});
