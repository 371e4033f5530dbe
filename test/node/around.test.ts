import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { lookAround } from '../../src/node/around';
import { folderWith } from '../cli/program';

describe('what lies around documents', () => {
  const nobody = { today: '2026-01-01' };

  it('is looked at once for all documents of a run, and not outside of the root', () => {
    const folder = folderWith({ 'docs/a.md': '', 'docs/sub/b.md': '', 'other/c.md': '' });
    const root = path.join(folder, 'docs');
    const around = lookAround(root, nobody);
    const a = around.of(path.join(root, 'a.md'), new Set()).files;
    assert.deepEqual(a.beside('x.md'), ['a.md', 'sub']);
    assert.ok(a.exists('sub/b.md') && !a.exists('x.md'));
    fs.writeFileSync(path.join(root, 'x.md'), '');
    const b = around.of(path.join(root, 'sub', 'b.md'), new Set()).files;
    assert.deepEqual([b.beside('../x.md'), b.exists('../x.md')], [['a.md', 'sub'], false]);
    const later = lookAround(root, nobody).of(path.join(root, 'a.md'), new Set()).files;
    assert.deepEqual([later.beside('x.md'), later.exists('x.md')], [['a.md', 'sub', 'x.md'], true]);
    assert.deepEqual([a.beside('../other/c.md'), a.exists('../other/none.md')], [[], true]);
  });

  it('is asked in questions that have their answers in another run', () => {
    const root = folderWith({ 'docs/a.md': '' });
    const asked = new Set<string>();
    const own = lookAround(root, { ...nobody, author: 'Ada' }).of(path.join(root, 'docs', 'a.md'), asked);
    assert.deepEqual([own.files.exists('../b\n.md'), own.author], [false, 'Ada']);
    own.files.beside('x.md');
    own.files.exists('../../out.md');
    const answers = (): string[] => {
      const around = lookAround(root, nobody);
      return Array.from(asked, around.answer);
    };
    const before = answers();
    assert.deepEqual(before.length, 4);
    fs.writeFileSync(path.join(root, 'docs', 'c.md'), '');
    fs.writeFileSync(path.join(root, 'b\n.md'), '');
    const changed = answers().map((answer, at) => answer !== before[at]);
    assert.deepEqual(changed, [true, false, true, false], [...asked].join('; '));
  });
});
