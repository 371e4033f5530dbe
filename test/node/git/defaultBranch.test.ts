import assert from 'node:assert/strict';
import {
  branchFiles,
  defaultCommit,
  findBranchFiles,
  foldersOf,
  isBlob,
} from '../../../src/node/git/defaultBranch';
import { repositoryWith } from './repository';

describe('the default branch', () => {
  const chosen = (...names: string[]): string | undefined =>
    defaultCommit(names.map((name, at) => `${String.fromCharCode(97 + at)} ${name}`).join('\n'));

  it('is the one that the remote names', () => {
    assert.equal(chosen('refs/heads/main', 'refs/remotes/origin/main', 'refs/remotes/origin/HEAD'), 'c');
    assert.equal(chosen('refs/heads/main', 'refs/remotes/up/HEAD', 'refs/remotes/up/main'), 'b');
    assert.equal(chosen('refs/heads/main', 'refs/remotes/up/HEAD', 'refs/remotes/me/HEAD'), 'a');
  });

  it('is else a usual one, of the remote before the local one', () => {
    assert.equal(chosen('refs/heads/main', 'refs/remotes/origin/master'), 'b');
    assert.equal(chosen('refs/heads/feature', 'refs/heads/master', 'refs/heads/trunk'), 'b');
  });

  it('is else the only local one; otherwise it is unknown', () => {
    assert.equal(chosen('refs/heads/develop'), 'a');
    assert.equal(chosen('refs/heads/HEAD'), 'a');
    assert.equal(chosen('refs/heads/develop', 'refs/heads/feature'), undefined);
    assert.equal(chosen(), undefined);
  });
});

describe('the files on the default branch', () => {
  for (const kind of ['sha1', 'sha256']) {
    it(`are listed with their blob ids, also if another branch is checked out (${kind})`, async () => {
      const files = { 'rfcs/a b.md': 'A\n', 'rfcs/ü.md': 'U\r\n', 'other/c.md': 'C\n', 'd.md': 'D\n' };
      const { folder, git } = repositoryWith(files, `--object-format=${kind}`);
      assert.equal(branchFiles(folder, ['rfcs/a b.md']).size, 0, 'before the first commit');
      git('add', '-A');
      git('commit', '-qm', 'x');
      git('checkout', '-q', '-b', 'feature');
      git('commit', '-q', '--allow-empty', '-m', 'y');
      const found = branchFiles(folder, ['rfcs/a b.md', 'd.md', 'rfcs/none.md']);
      assert.deepEqual([...found.keys()].sort(), ['d.md', 'rfcs/a b.md', 'rfcs/ü.md']);
      assert.deepEqual(await findBranchFiles(folder, ['rfcs/a b.md', 'd.md', 'rfcs/none.md']), found);
      const blob = found.get('rfcs/a b.md') ?? assert.fail();
      assert.equal(blob, git('rev-parse', 'main:rfcs/a b.md'));
      const same = ['A\n', 'A\r\n', '\uFEFFA\n', 'A\n\n', 'B\n'].map((text) => isBlob(text, blob));
      assert.deepEqual(same, [true, true, false, false, false]);
      assert.equal(isBlob('U\r\n', found.get('rfcs/ü.md')), true);
      assert.equal(isBlob('A\n', undefined), false);
    });
  }

  it('may have a byte order mark that the text has lost', () => {
    const { folder, git } = repositoryWith({ 'a.md': '\uFEFFA\n' });
    git('add', '-A');
    git('commit', '-qm', 'x');
    assert.equal(isBlob('A\n', branchFiles(folder, ['a.md']).get('a.md')), true);
  });

  it('are none outside of a repository', () => {
    assert.equal(branchFiles('/', ['a.md']).size, 0);
  });
});

describe('foldersOf', () => {
  it('gives the folders of files, or those above if they are too many', () => {
    const files = ['a/b/1.md', 'a/c/2.md', 'a/c/d/3.md', 'e/4.md', '5.md'];
    assert.deepEqual(foldersOf(files), ['a/b', 'a/c', 'a/c/d', 'e', '5.md']);
    assert.deepEqual(foldersOf(files, 4), ['a/b', 'a/c', 'e', '5.md']);
    assert.deepEqual(foldersOf(files, 3), ['a', 'e', '5.md']);
    assert.deepEqual(foldersOf(files, 2), []);
  });
});
