import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { UserError } from '../../src/core/errors';
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
});
