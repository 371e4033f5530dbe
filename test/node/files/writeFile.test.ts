import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { UserError } from '../../../src/core/text/userError';
import { retried } from '../../../src/node/files/retry';
import { createText, renameToFree, replaceText } from '../../../src/node/files/writeFile';
import { folderWith, textOf } from '../../cli/program';

const WRITING = path.join(__dirname, '..', '..', '..', 'src', 'node', 'files', 'writeFile.js');

const refuses =
  (code: string, words = /./) =>
  (error: unknown) =>
    error instanceof UserError && error.code === code && words.test(error.message);

describe('replaceText', () => {
  it('refuses to replace a text that has changed since it was read', () => {
    const folder = folderWith({ 'a.md': 'newer' });
    assert.throws(() => replaceText(path.join(folder, 'a.md'), 'older', 'fixed'), refuses('file-changed'));
    assert.equal(textOf(folder, 'a.md'), 'newer');
    assert.deepEqual(fs.readdirSync(folder), ['a.md']);
  });

  it('replaces the file that a symbolic link leads to, and keeps the link', function () {
    const folder = folderWith({ 'a.md': 'old' });
    const link = path.join(folder, 'link.md');
    try {
      fs.symlinkSync('a.md', link);
    } catch {
      this.skip();
    }
    replaceText(link, 'old', 'new');
    assert.equal(textOf(folder, 'a.md'), 'new');
    assert.ok(fs.lstatSync(link).isSymbolicLink());
  });

  it('keeps who may read and write the file, whatever the mask of the process', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'a.md': 'old' });
    for (const mode of [0o600, 0o664, 0o666, 0o755]) {
      fs.chmodSync(path.join(folder, 'a.md'), mode);
      const mask = process.umask(0o077);
      try {
        replaceText(path.join(folder, 'a.md'), textOf(folder, 'a.md'), String(mode));
      } finally {
        process.umask(mask);
      }
      assert.equal(fs.statSync(path.join(folder, 'a.md')).mode & 0o777, mode);
    }
  });

  it('refuses a file that the process may not write, though it may write the folder', function () {
    const folder = folderWith({ 'a.md': 'old' });
    const file = path.join(folder, 'a.md');
    fs.chmodSync(folder, 0o777);
    fs.chmodSync(file, 0o444);
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const evaluate = (code: string) =>
      spawnSync(process.execPath, ['-e', code], { encoding: 'utf8', ...asNobody });
    const load = `require(${JSON.stringify(WRITING)})`;
    // The other user may have no right to read the program.
    if (evaluate(load).status !== 0) this.skip();
    const { status, stderr } = evaluate(`${load}.replaceText(${JSON.stringify(file)}, 'old', 'new')`);
    assert.notEqual(status, 0);
    assert.match(stderr, /a\.md is read-only, and is left as it is/);
    assert.deepEqual([textOf(folder, 'a.md'), fs.readdirSync(folder)], ['old', ['a.md']]);
  });

  it('refuses a file with a second name, which would go on having the old text', () => {
    const folder = folderWith({ 'a.md': 'old' });
    fs.linkSync(path.join(folder, 'a.md'), path.join(folder, 'b.md'));
    const replace = (): void => replaceText(path.join(folder, 'a.md'), 'old', 'new');
    assert.throws(replace, refuses('hard-link', /has another name on the disk \(a hard link\)/));
    assert.deepEqual([textOf(folder, 'a.md'), textOf(folder, 'b.md')], ['old', 'old']);
  });

  it('replaces a file whose name is as long as names can be', () => {
    const name = `${'\u{10330}'.repeat(62)}.md`;
    const folder = folderWith({ [name]: 'old' });
    replaceText(path.join(folder, name), 'old', 'new');
    assert.deepEqual([fs.readdirSync(folder), textOf(folder, name)], [[name], 'new']);
  });
});

describe('createText', () => {
  it('never overwrites a file, nor what a link that leads nowhere would make', () => {
    const folder = folderWith({ 'a.md': 'mine' });
    fs.symlinkSync(path.join(folder, 'nowhere.md'), path.join(folder, 'link.md'));
    for (const name of ['a.md', 'link.md']) {
      const create = (): void => createText(path.join(folder, name), 'other');
      assert.throws(create, refuses('file-exists', /already exists/));
      const rename = (): void => renameToFree(path.join(folder, 'a.md'), path.join(folder, name));
      assert.throws(rename, /EEXIST/);
    }
    assert.deepEqual([textOf(folder, 'a.md'), fs.readdirSync(folder)], ['mine', ['a.md', 'link.md']]);
  });

  it('leaves no folder that it made where it fails, and every other one', () => {
    const folder = folderWith({ 'there/x': '' });
    const name = `${'x'.repeat(300)}.md`;
    for (const place of ['new/deep', 'there', 'there/new']) {
      const create = (): void => createText(path.join(folder, place, name), 'text');
      assert.throws(create, refuses('unwritable-file', /its name or path is too long/));
    }
    assert.deepEqual(fs.readdirSync(folder, { recursive: true }), ['there', path.join('there', 'x')]);
  });

  it('gives a draft its name also where the disk has no links', () => {
    const folder = folderWith({ draft: 'text' });
    renameToFree(path.join(folder, 'draft'), path.join(folder, 'a.md'));
    assert.deepEqual([fs.readdirSync(folder), textOf(folder, 'a.md')], [['a.md'], 'text']);
    assert.throws(() => renameToFree(path.join(folder, 'gone'), path.join(folder, 'b.md')), /ENOENT/);
    assert.deepEqual(fs.readdirSync(folder), ['a.md']);
  });
});

describe('a disk that takes no more', () => {
  /** Runs code in a process whose files may not grow beyond 4 KiB: writing then fails in the middle. */
  function withFullDisk(this: Mocha.Context, folder: string, code: string): string {
    if (process.platform === 'win32') this.skip();
    const words = ['-c', `ulimit -f 8; exec "$0" -e "$1"`, process.execPath];
    const call = `const { createText, replaceText } = require(${JSON.stringify(WRITING)});
      try { ${code} } catch (error) { console.log(error.code, error.message); }`;
    return spawnSync('sh', [...words, call], { cwd: folder, encoding: 'utf8' }).stdout;
  }

  it('leaves nothing of a new file', function () {
    const folder = folderWith({});
    const said = withFullDisk.call(this, folder, "createText('docs/rfcs/a.md', 'x'.repeat(100_000))");
    assert.match(said, /^unwritable-file docs\/rfcs\/a\.md cannot be written: /);
    assert.deepEqual(fs.readdirSync(folder), []);
  });

  it('leaves an old file as it is', function () {
    const folder = folderWith({ 'a.md': 'old' });
    const said = withFullDisk.call(this, folder, "replaceText('a.md', 'old', 'x'.repeat(100_000))");
    assert.match(said, /^unwritable-file a\.md cannot be written: /);
    assert.deepEqual([fs.readdirSync(folder), textOf(folder, 'a.md')], [['a.md'], 'old']);
  });
});

describe('retried', () => {
  const failing = (code: string, times: number): { work: () => void; count: () => number } => {
    let count = 0;
    const work = (): void => {
      if (count++ < times) throw Object.assign(new Error(code), { code });
    };
    return { work, count: () => count };
  };

  it('waits on Windows until nobody has the file open, but not for ever', () => {
    for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
      const passing = failing(code, 3);
      retried(passing.work, 'win32');
      assert.equal(passing.count(), 4);
    }
    const lasting = failing('EBUSY', 100);
    assert.throws(() => retried(lasting.work, 'win32'), /EBUSY/);
    assert.equal(lasting.count(), 7);
  });

  it('does not wait for what does not pass, nor elsewhere', () => {
    for (const [code, platform] of [
      ['ENOENT', 'win32'],
      ['EPERM', 'linux'],
    ] as const) {
      const { work, count } = failing(code, 1);
      assert.throws(() => retried(work, platform));
      assert.equal(count(), 1);
    }
  });
});
