import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { anchorsOfText } from '../../src/core/document/anchors';
import { isNamed, lookAround } from '../../src/node/around';
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

  it('counts a path with a slash in front from the root, and knows the document itself', () => {
    const root = folderWith({ 'docs/a.md': '', 'tea.md': '' });
    const document = path.join(root, 'docs', 'a.md');
    const { files } = lookAround(root, nobody).of(document, new Set());
    const found = ['/tea.md', '/docs/a.md', '/a.md', '/', '/../../etc'].map(files.exists);
    assert.deepEqual(found, [true, true, false, true, true]);
    assert.deepEqual(files.beside('/x.md'), ['docs', 'tea.md']);
    assert.deepEqual(['a.md', './a.md', '/docs/a.md', '../docs/a.md', '../tea.md'].map(files.isSelf), [
      ...[true, true, true, true],
      false,
    ]);
  });

  it('reads anchors of files below the root once, and asks again when a file has changed', () => {
    const outside = folderWith({ 'secret.md': '# Secret\n' });
    const root = folderWith({ 'docs/a.md': '', 'tea.md': '# Tea\n', 'bad.md': '' });
    fs.writeFileSync(path.join(root, 'bad.md'), Buffer.from([0x23, 0xff]));
    fs.symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'linked.md'));
    const document = path.join(root, 'docs', 'a.md');
    const asked = new Set<string>();
    const read: string[] = [];
    const readAnchors = (text: string) => {
      read.push(text);
      return anchorsOfText(text);
    };
    const around = lookAround(root, nobody);
    const { files } = around.of(document, asked, readAnchors);
    const names = (file: string): readonly string[] | undefined => files.anchors(file)?.names;
    assert.deepEqual([names('../tea.md'), names('/tea.md')], [['tea'], ['tea']]);
    const out = path.relative(path.dirname(document), path.join(outside, 'secret.md'));
    assert.deepEqual(
      ['../bad.md', '../linked.md', '../gone.md', out, '..', 'a.md'].map(names),
      Array(6).fill(undefined),
    );
    assert.deepEqual(read, ['# Tea\n', '']);
    const answers = (): string[] => Array.from(asked, lookAround(root, nobody).answer);
    const before = answers();
    assert.deepEqual(answers(), before);
    fs.writeFileSync(path.join(root, 'tea.md'), '# Pot\n');
    const changed = [...asked].filter((_, at) => answers()[at] !== before[at]);
    assert.deepEqual(changed, ['anchors tea.md']);
    assert.equal(lookAround(root, nobody).of(document, asked).files.anchors('../tea.md'), undefined);
  });

  it('takes a name in another case for missing where the system does not', () => {
    const lists: Record<string, readonly string[]> = {
      '/r': ['Docs'],
      '/r/Docs': ['Tea.md', 'Gro\u0308\u00dfe.md'],
    };
    const named = (place: string, platform: NodeJS.Platform = 'darwin'): boolean =>
      isNamed('/r', place, (folder) => lists[folder] ?? [], platform);
    assert.deepEqual(
      ['/r/Docs/Tea.md', '/r/Docs/Gr\u00f6\u00dfe.md', '/r', '/r/Docs/x/y.md'].map((one) => named(one)),
      [...[true, true, true], false],
    );
    assert.deepEqual([named('/r/Docs/tea.md'), named('/r/docs/Tea.md')], [false, false]);
    assert.ok(named('/r/Docs/tea.md', 'linux'));
  });
});
