/** The versions of a file in the history of a repository. */

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileHistory } from '../../../src/node/git/history';
import { folderWith } from '../../cli/program';
import { repositoryWith } from './repository';

const FILE = 'docs/a [b] ü.md';

describe('the history of a file', () => {
  const { folder, git } = repositoryWith({ [FILE]: 'zero\n', 'docs/other.md': 'Other\n' });
  const file = path.join(folder, FILE);
  const commit = (text: string): void => {
    writeFileSync(file, text);
    git('add', '-A');
    git('commit', '-q', '-m', text);
  };
  const texts = async (most: number): Promise<string[] | undefined> =>
    (await fileHistory(file, most))?.map(({ text }) => text.trim());

  it('is empty before the first commit, and unknown outside of a repository', async () => {
    assert.deepEqual(await fileHistory(file, 9), []);
    assert.equal(await fileHistory(path.join(folderWith({ 'a.md': 'A' }), 'a.md'), 9), undefined);
  });

  it('has the versions of the commits that changed it, oldest first, with their times', async () => {
    commit('one');
    writeFileSync(path.join(folder, 'docs/other.md'), 'More\n');
    git('commit', '-q', '-a', '-m', 'other');
    commit('two');
    rmSync(file);
    git('commit', '-q', '-a', '-m', 'gone');
    commit('three');
    const versions = (await fileHistory(file, 9)) ?? [];
    assert.deepEqual(
      versions.map(({ text }) => text),
      ['one', 'two', 'three'],
    );
    assert.equal(versions[0]?.time, Number(git('log', '-1', '--format=%ct', 'HEAD~4')));
  });

  it('has the first, the last and some between where there are too many', async () => {
    for (const text of ['four', 'five', 'six', 'seven']) commit(text);
    assert.deepEqual(await texts(3), ['one', 'four', 'seven']);
    assert.deepEqual(await texts(99), ['one', 'two', 'three', 'four', 'five', 'six', 'seven']);
  });
});
