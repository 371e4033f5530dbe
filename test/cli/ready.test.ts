import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ENVIRONMENT, folderWith, run } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

const DRAFT = CLEAN.replace('In Progress', 'Draft')
  .replace('[x] Milestone', '[ ] Milestone')
  .replaceAll('[x] Step', '[ ] Step');
const VERIFIED = CLEAN.replace('[ ] Step 2.1', '[ ] Step 2.1 `verify: make`');

describe('ready', () => {
  const folder = (text: string): string =>
    folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': text, 'main.c': '' });

  it('exits with 0 where nothing stands in the way', () => {
    const { status, stdout, stderr } = run(folder(DRAFT), 'ready', 'rfcs/1.md');
    assert.deepEqual([status, stdout, stderr], [0, '', 'rfcs/1.md is ready for review.\n']);
  });

  it('speaks of a review for drafts alone', () => {
    const { status, stdout, stderr } = run(folder(CLEAN), 'ready', 'rfcs/1.md');
    assert.deepEqual([status, stdout, stderr], [0, '', 'rfcs/1.md: no findings.\n']);
    const later = run(folder(FLAWED), 'ready', 'rfcs/1.md');
    assert.deepEqual([later.status, later.stderr], [1, 'rfcs/1.md: 2 findings.\n']);
  });

  it('is not said of a document that holds only the words of its template', () => {
    const place = folder(CLEAN);
    run(place, 'new', 'Sluice', '--author', 'Ada', '--dir', 'rfcs');
    const name = fs.readdirSync(path.join(place, 'rfcs')).find((one) => one.endsWith('sluice.md')) ?? '';
    const file = path.join(place, 'rfcs', name);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/<[^<>]*>/g, 'Gates'));
    const { status, stdout } = run(place, 'ready', path.join('rfcs', name));
    assert.equal(status, 1);
    assert.match(stdout, /empty-section Section "Problem" is not written/);
  });

  it('exits with 1 and a line a reason', () => {
    const place = folder(FLAWED.replace('In Progress', 'Draft'));
    const { status, stdout, stderr } = run(place, 'ready', 'rfcs/1.md');
    assert.equal(status, 1);
    assert.match(stdout, /^rfcs\/1\.md:4 header-field .*\nrfcs\/1\.md:7 leftover-suffix .*\n$/);
    assert.equal(stderr, 'rfcs/1.md is not ready for review.\n');
    const json = run(place, 'ready', 'rfcs/1.md', '--format', 'json');
    const answer = JSON.parse(json.stdout);
    assert.equal(json.status, 1);
    assert.deepEqual(Object.keys(answer), ['version', 'path', 'ready', 'reasons', 'unknownTrees']);
    assert.deepEqual(Object.keys(answer.reasons[0]), ['line', 'message', 'rule']);
    assert.deepEqual([answer.reasons[0].line, answer.reasons[1].line], [4, 7]);
  });

  it('asks git whether files changed since a step was verified', function () {
    const place = folder(VERIFIED);
    const git = (...words: string[]): string =>
      spawnSync('git', words, { cwd: place, env: ENVIRONMENT, encoding: 'utf8' }).stdout.trim();
    git('init', '-q');
    git('add', '-A');
    git('-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '-qm', 'x');
    const tree = git('rev-parse', 'HEAD');
    if (tree.length !== 40) this.skip();
    assert.equal(run(place, 'tick', 'rfcs/1.md', '18', '--exit', '0', '--tree', tree).status, 0);
    assert.equal(run(place, 'ready', 'rfcs/1.md').status, 0);
    fs.writeFileSync(path.join(place, 'main.c'), 'int main;');
    const { status, stdout } = run(path.join(place, 'rfcs'), 'ready', '1.md');
    assert.equal(status, 1);
    assert.match(stdout, /^1\.md:18 Files changed since the step was verified: \.\.\/main\.c\./);
  });

  it('says what git does not know', () => {
    const place = folder(VERIFIED);
    run(place, 'tick', 'rfcs/1.md', '18', '--exit', '0', '--tree', 'abc');
    const { status, stderr } = run(place, 'ready', 'rfcs/1.md');
    assert.equal(status, 0);
    assert.match(stderr, /^note: git knows no "abc" here/);
  });
});
