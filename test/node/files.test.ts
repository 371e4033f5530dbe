import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { UserError } from '../../src/core/errors';
import { filesAround } from '../../src/node/files';
import { createText, replaceText } from '../../src/node/writing';
import { folderWith, textOf } from '../cli/program';

describe('files', () => {
  it('refuses to replace a text that has changed since it was read', () => {
    const folder = folderWith({ 'a.md': 'newer' });
    const replace = (): void => replaceText(path.join(folder, 'a.md'), 'older', 'fixed');
    assert.throws(replace, (error) => error instanceof UserError && error.code === 'file-changed');
    assert.equal(textOf(folder, 'a.md'), 'newer');
    assert.deepEqual(fs.readdirSync(folder), ['a.md']);
  });

  it('never overwrites a file with a new one', () => {
    const folder = folderWith({ 'a.md': 'mine' });
    const create = (): void => createText(path.join(folder, 'a.md'), 'other');
    assert.throws(create, (error) => error instanceof UserError && error.code === 'file-exists');
    assert.equal(textOf(folder, 'a.md'), 'mine');
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

  it('lists a folder once for all documents of a run, and none outside of the root', () => {
    const folder = folderWith({ 'docs/a.md': '', 'docs/sub/b.md': '', 'other/c.md': '' });
    const root = path.join(folder, 'docs');
    const around = filesAround(root);
    const a = around(path.join(root, 'a.md'));
    assert.deepEqual(a.beside('x.md'), ['a.md', 'sub']);
    fs.writeFileSync(path.join(root, 'new.md'), '');
    const b = around(path.join(root, 'sub', 'b.md'));
    assert.deepEqual(b.beside('../x.md'), ['../a.md', '../sub']);
    assert.deepEqual(filesAround(root)(path.join(root, 'a.md')).beside('x.md'), ['a.md', 'new.md', 'sub']);
    assert.ok(a.exists('new.md') && !a.exists('x.md'));
    assert.deepEqual([a.beside('../other/c.md'), a.exists('../other/none.md')], [[], true]);
  });
});
