/** A folder with old faults is checked for new ones. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Log } from 'sarif';
import { repositoryWith } from '../node/git/repository';
import { folderWith, run, textOf } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

const BASELINE = 'known.json';
const CONFIG = '.design-docs.json';
const FILES = {
  'rfcs/template.md': TEMPLATE,
  'rfcs/0001-a.md': FLAWED,
  'rfcs/0002 schön.md': FLAWED.replace(/\n/g, '\r\n'),
  'rfcs/0003-c.md': CLEAN,
};
const CONFIGURED = { ...FILES, [CONFIG]: `{"baseline": "${BASELINE}"}` };

function edit(folder: string, name: string, change: (text: string) => string): void {
  const file = path.join(folder, name);
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
}

function update(folder: string, ...words: string[]): string {
  const { status, stderr, stdout } = run(folder, 'check', '--update-baseline', ...words);
  assert.deepEqual([status, stdout], [0, ''], stderr);
  return stderr;
}

describe('check --baseline', () => {
  it('is silent about what it lists, from every folder', () => {
    const { folder } = repositoryWith(CONFIGURED);
    assert.match(update(folder), /^Wrote known\.json: \d+ findings\.\n$/);
    const { status, stdout, stderr } = run(folder, 'check', '--fail-on', 'hint');
    assert.deepEqual([status, stdout], [0, '']);
    assert.match(stderr, /^No findings in 3 documents; the baseline lists \d+ more\.\n$/);
    assert.equal(run(folder, 'check', 'rfcs/0001-a.md', '--fail-on', 'hint').status, 0, 'one document');
    assert.equal(run(path.join(folder, 'rfcs'), 'check', '--fail-on', 'hint').status, 0, 'a folder below');
    assert.match(run(folder, 'list').stdout, /0001-a\.md/);
    assert.doesNotMatch(run(folder, 'list', '--format', 'json').stdout, /"warnings": [1-9]/);
  });

  it('reports one new fault in one document, and nothing else', () => {
    const folder = folderWith(CONFIGURED);
    update(folder);
    edit(folder, 'rfcs/0001-a.md', (text) =>
      text.replace('# Proposal', '\n\n# Proposal').concat('\n[x](gone.md)\n'),
    );
    const { status, stdout } = run(folder, 'check');
    assert.equal(status, 1);
    assert.match(stdout, /^rfcs\/0001-a\.md:\d+:\d+ warning broken-link [^\n]*\n$/);
  });

  it('fails while it lists what is gone, and only shrinks', () => {
    const folder = folderWith(CONFIGURED);
    update(folder);
    const before = textOf(folder, BASELINE);
    edit(folder, 'rfcs/0001-a.md', (text) =>
      text.replace('## Problem (Required)', '## Problem').concat('\n[x](gone.md)\n'),
    );
    fs.rmSync(path.join(folder, 'rfcs/0002 schön.md'));
    const stale = run(folder, 'check', '--fail-on', 'error');
    assert.equal(stale.status, 1);
    assert.match(stale.stderr, /rfcs\/0001-a\.md: the baseline lists 1 finding that is gone\./);
    assert.match(stale.stderr, /rfcs\/0002 schön\.md: the baseline lists \d+ findings that are gone\./);
    assert.match(stale.stderr, /Remove them with: design-docs check --update-baseline/);
    const part = run(folder, 'check', 'rfcs/0003-c.md');
    assert.equal(part.status, 0, part.stderr);

    assert.match(update(folder), /Updated known\.json: .*\nA baseline never grows: 1 finding not listed\.\n/);
    const after = textOf(folder, BASELINE);
    assert.ok(after.length < before.length && !after.includes('broken-link') && !after.includes('0002'));
    update(folder);
    assert.equal(textOf(folder, BASELINE), after);
    assert.match(run(folder, 'check').stdout, /^[^\n]*broken-link[^\n]*\n$/);
  });

  it('lists what a branch will hear, and is not stale where the default branch is silent', () => {
    const { folder, git } = repositoryWith({
      ...CONFIGURED,
      'rfcs/0001-a.md': FLAWED.replace('**Status:** In Progress\n', ''),
    });
    git('add', '-A');
    git('commit', '-qm', 'docs');
    update(folder);
    git('add', '-A');
    git('commit', '-qm', 'baseline');
    const calm = run(folder, 'check', '--fail-on', 'hint');
    assert.equal(calm.status, 0, calm.stdout + calm.stderr);
    git('checkout', '-qb', 'work');
    edit(folder, 'rfcs/0001-a.md', (text) => `${text}\n[x](gone.md)\n`);
    assert.match(run(folder, 'check').stdout, /^[^\n]*broken-link[^\n]*\n$/);
  });

  it('is read by ready, which it makes no document pass, and not by fix', () => {
    const text = FLAWED.replace('In Progress', 'Draft');
    const folder = folderWith({ ...CONFIGURED, 'rfcs/0001-a.md': text });
    update(folder);
    assert.equal(run(folder, 'check').status, 0);
    assert.equal(run(folder, 'ready', 'rfcs/0001-a.md').status, 1);
    run(folder, 'fix', 'rfcs/0001-a.md');
    assert.doesNotMatch(textOf(folder, 'rfcs/0001-a.md'), /\(Required\)/);
  });

  it('is a suppression in SARIF, and changes no fingerprint', () => {
    const folder = folderWith(FILES);
    const results = (...words: string[]) => {
      const log: Log = JSON.parse(run(folder, 'check', '--format', 'sarif', ...words).stdout);
      return log.runs[0]?.results ?? [];
    };
    const before = results();
    update(folder, '--baseline', BASELINE);
    const after = results('--baseline', BASELINE);
    assert.ok(before.length > 0 && before.every(({ suppressions }) => suppressions === undefined));
    assert.ok(after.every(({ suppressions }) => suppressions?.[0]?.kind === 'external'));
    assert.deepEqual(
      after.map(({ partialFingerprints }) => partialFingerprints),
      before.map(({ partialFingerprints }) => partialFingerprints),
    );
  });

  it('is never a file outside of the workspace that the configuration leads to', () => {
    const outside = folderWith({ [BASELINE]: '{"version": 1, "documents": {}}\n' });
    const { folder } = repositoryWith(CONFIGURED);
    fs.symlinkSync(path.join(outside, BASELINE), path.join(folder, BASELINE));
    for (const words of [['check'], ['check', '--update-baseline']]) {
      const { status, stderr } = run(folder, ...words);
      assert.deepEqual([status, /leads out of the workspace/.test(stderr)], [2, true]);
    }
    assert.equal(textOf(outside, BASELINE), '{"version": 1, "documents": {}}\n');
  });

  for (const [name, words, message] of [
    [
      'a file that is not there',
      ['--baseline', 'no.json'],
      /There is no baseline no\.json\. Write it with: /,
    ],
    ['no name for the file', ['--update-baseline'], /Name the file of the baseline/],
    ['one document', ['rfcs', '--baseline', BASELINE, '--update-baseline'], /is for all documents/],
    ['changed documents', ['--changed', '--baseline', BASELINE, '--update-baseline'], /is for all documents/],
    ['no baseline', ['--baseline', CONFIG], /\.design-docs\.json:1:1: "version" must be 1/],
  ] as const) {
    it(`refuses ${name}, and writes nothing`, () => {
      const folder = folderWith({ ...FILES, [CONFIG]: '{}' });
      const { status, stderr } = run(folder, 'check', ...words);
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.equal(fs.existsSync(path.join(folder, BASELINE)), false);
    });
  }
});
