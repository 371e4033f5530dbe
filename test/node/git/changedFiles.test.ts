import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { changedFiles } from '../../../src/node/git/changedFiles';
import { folderWith } from '../../cli/program';
import type { Repository } from './repository';
import { repositoryWith } from './repository';

describe('changedFiles', () => {
  interface CommittedRepository extends Repository {
    readonly head: string;
    readonly write: (file: string, text: string | Uint8Array) => void;
    readonly changed: (state?: string) => Promise<readonly string[] | undefined>;
  }

  /** A repository with one commit. */
  function repository(files: Readonly<Record<string, string>>, kind = 'sha1'): CommittedRepository {
    const { folder, git } = repositoryWith(files, `--object-format=${kind}`);
    git('add', '-A');
    git('commit', '-qm', 'x');
    const head = git('rev-parse', 'HEAD');
    assert.match(head, /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'git made no commit');
    const changed = async (state = head): Promise<readonly string[] | undefined> => {
      const found = await changedFiles(folder, state, () => true);
      return found && [...found.changed, ...found.unknown.map((file) => `${file}?`)];
    };
    return {
      folder,
      git,
      head,
      changed,
      write: (file, text) => fs.writeFileSync(path.join(folder, file), text),
    };
  }

  const FILES = { 'a.c': 'a\n', 'b c.c': 'b\n', 'd.c': 'd\n', 'ü/\u{1f600}.c': 'e\n' };

  for (const kind of ['sha1', 'sha256']) {
    it(`lists what differs from a commit or a tree, committed since or not (${kind})`, async () => {
      const { folder, git, changed, write } = repository(FILES, kind);
      const states = [
        git('rev-parse', 'HEAD'),
        git('rev-parse', '--short', 'HEAD'),
        git('rev-parse', 'HEAD:'),
      ];
      for (const state of states) assert.deepEqual(await changed(state), []);
      write('b c.c', 'changed');
      git('commit', '-qam', 'y');
      fs.rmSync(path.join(folder, 'd.c'));
      write('new.c', '');
      write('untracked.c', '');
      git('add', 'new.c');
      for (const state of states) assert.deepEqual(await changed(state), ['b c.c', 'd.c', 'new.c']);
      write('b c.c', FILES['b c.c']);
      assert.deepEqual(await changed(), ['d.c', 'new.c'], 'as it was');
    });
  }

  it('knows nothing of other states, of what is no name, and outside of a repository', async () => {
    const { folder, changed } = repository(FILES);
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
      assert.equal(
        state === '' ? await changedFiles(folder, '', () => true) : await changed(state),
        undefined,
        state,
      );
    }
    assert.equal(fs.existsSync(spy), false);
    assert.equal(await changedFiles(folderWith({}), 'HEAD', () => true), undefined);
  });

  it('is about a folder, and about the files that count', async () => {
    const { folder, write } = repository({ 'a/x.c': '', 'a/y.c': '', 'b/x.c': '' });
    for (const file of ['a/x.c', 'a/y.c', 'b/x.c']) write(file, 'changed');
    const found = await changedFiles(path.join(folder, 'a'), 'HEAD', (file) => file !== 'y.c');
    assert.deepEqual(found?.changed, ['x.c']);
  });

  it('takes other line endings for no change, and any other white space for one', async () => {
    const { changed, write } = repository({ 'a.c': 'a\nb\n', 'b.c': 'a\nb\n' });
    write('a.c', 'a\r\nb\r\n');
    write('b.c', 'a\r\nb \r\n');
    assert.deepEqual(await changed(), ['b.c']);
  });

  it('says that it cannot tell where a filter makes the file, unless the bytes are the same', async () => {
    const { changed, write, git } = repository({
      '.gitattributes': '*.bin filter=lfs\n*.id ident\n*.txt working-tree-encoding=UTF-16\n*.c -filter\n',
      'a.bin': 'a',
      'b.bin': 'b',
      'a.id': 'a',
      'a.c': 'a',
    });
    assert.deepEqual(await changed(), []);
    for (const file of ['b.bin', 'a.id', 'a.c']) write(file, 'x');
    assert.deepEqual(await changed(), ['a.c', 'a.id?', 'b.bin?']);
    git('rm', '-q', '--cached', 'b.bin');
    assert.deepEqual(await changed(), ['a.c', 'a.id?', 'b.bin?']);
  });

  it('knows modes, links, folders in the place of files, and what a sparse checkout leaves out', async function () {
    if (process.platform === 'win32') this.skip();
    const { folder, git, changed, write } = repository({
      'run.sh': '',
      'file.c': 'target',
      'deep/a.c': 'a',
      'deep/b.c': 'b',
      'sparse/a.c': 'a',
    });
    const at = (name: string): string => path.join(folder, name);
    fs.symlinkSync('file.c', at('link'));
    git('add', '-A');
    git('commit', '-qm', 'link');
    const head = git('rev-parse', 'HEAD');
    git('update-index', '--skip-worktree', 'sparse/a.c');
    fs.rmSync(at('sparse'), { recursive: true });
    assert.deepEqual(await changed(head), []);
    git('update-index', '--chmod=+x', 'run.sh');
    fs.rmSync(at('link'));
    fs.symlinkSync('run.sh', at('link'));
    fs.rmSync(at('file.c'));
    fs.symlinkSync('target', at('file.c'));
    fs.renameSync(at('deep'), path.join(folderWith({}), 'deep'));
    const outside = folderWith({ 'a.c': 'a', 'b.c': 'b' });
    fs.symlinkSync(outside, at('deep'));
    assert.deepEqual(await changed(head), ['deep/a.c', 'deep/b.c', 'file.c', 'link', 'run.sh']);
    write('run.sh', '');
    spawnSync('mkfifo', [at('pipe')]);
    git('update-index', '--add', '--cacheinfo', `100644,${git('hash-object', 'run.sh')},pipe`);
    assert.ok((await changed(head))?.includes('pipe'), 'a pipe is not waited for');
  });

  it('compares the commits that submodules are at', async () => {
    const inner = repository({ 'a.c': '' });
    const { folder, git, changed } = repository({ 'x.c': '' });
    git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.folder, 'sub');
    git('commit', '-qam', 'sub');
    const head = git('rev-parse', 'HEAD');
    assert.deepEqual(await changed(head), []);
    fs.writeFileSync(path.join(folder, 'sub', 'a.c'), 'changed');
    assert.deepEqual(await changed(head), []);
    git('-C', 'sub', 'commit', '-qam', 'y');
    assert.deepEqual(await changed(head), ['sub']);
    fs.rmSync(path.join(folder, 'sub'), { recursive: true });
    fs.mkdirSync(path.join(folder, 'sub'));
    assert.deepEqual(await changed(head), [], 'one that is not there is as recorded');
  });
});
