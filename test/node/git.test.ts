import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { changedFiles } from '../../src/node/git';
import { ENVIRONMENT, folderWith, SLOW } from '../cli/program';

describe('changedFiles', function () {
  this.timeout(SLOW);

  const folder = folderWith({ 'a.c': 'a', 'b c.c': 'b', 'd.c': 'd' });
  const git = (...words: string[]): string =>
    spawnSync('git', words, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8' }).stdout.trim();

  before(function () {
    git('init', '-q');
    git('add', '-A');
    git('-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '-qm', 'x');
    if (git('rev-parse', 'HEAD').length !== 40) this.skip();
  });

  it('lists what differs from a commit or a tree, committed since or not', () => {
    const states = [git('rev-parse', 'HEAD'), git('rev-parse', '--short', 'HEAD'), git('rev-parse', 'HEAD:')];
    for (const state of states) assert.deepEqual(changedFiles(folder, state), []);
    fs.writeFileSync(path.join(folder, 'b c.c'), 'changed');
    git('-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '-qam', 'y');
    fs.rmSync(path.join(folder, 'd.c'));
    for (const state of states) assert.deepEqual(changedFiles(folder, state), ['b c.c', 'd.c']);
  });

  it('knows nothing of other states, of what is no name, and outside of a repository', () => {
    const spy = path.join(folder, 'out.txt');
    for (const state of [
      '0a1b2c3',
      '',
      '-h',
      `--output=${spy}`,
      'HEAD..HEAD',
      'HEAD@{0}',
      'HEAD HEAD',
      ':/x',
      '$(true)',
    ]) {
      assert.equal(changedFiles(folder, state), undefined, state);
    }
    assert.equal(fs.existsSync(spy), false);
    assert.equal(changedFiles(folderWith({}), 'HEAD'), undefined);
  });

  it('runs no program that the repository names for diffs', () => {
    const spy = path.join(folder, 'spy.txt');
    fs.writeFileSync(path.join(folder, '.gitattributes'), '*.c diff=spy\n');
    git('config', 'diff.external', `touch "${spy}"`);
    git('config', 'diff.spy.textconv', `touch "${spy}"; cat`);
    git('config', 'core.fsmonitor', `touch "${spy}"`);
    assert.ok(changedFiles(folder, 'HEAD'));
    assert.equal(fs.existsSync(spy), false);
  });
});
