import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readLinkedFile } from '../../../src/core/document/links/anchors';
import { isNamed, openFileQueries } from '../../../src/node/check/fileQueries';
import { folderWith } from '../../cli/program';

const defaults = { today: '2026-01-01' };

describe('file queries', () => {
  it('look at each file once for all documents of a run, and not outside of the root', () => {
    const folder = folderWith({ 'docs/a.md': '', 'docs/sub/b.md': '', 'other/c.md': '' });
    const root = path.join(folder, 'docs');
    const queries = openFileQueries(root, defaults);
    const a = queries.around(path.join(root, 'a.md'));
    assert.deepEqual(a.beside('x.md'), ['a.md', 'sub']);
    assert.ok(a.exists('sub/b.md') && !a.exists('x.md'));
    fs.writeFileSync(path.join(root, 'x.md'), '');
    const b = queries.around(path.join(root, 'sub', 'b.md'));
    assert.deepEqual([b.beside('../x.md'), b.exists('../x.md')], [['a.md', 'sub'], false]);
    const later = openFileQueries(root, defaults).around(path.join(root, 'a.md'));
    assert.deepEqual([later.beside('x.md'), later.exists('x.md')], [['a.md', 'sub', 'x.md'], true]);
    assert.deepEqual([a.beside('../other/c.md'), a.exists('../other/none.md')], [[], true]);
  });

  it('answer questions with texts that change when the answers do', () => {
    const root = folderWith({ 'docs/a.md': '' });
    const questions = ['exists ../b\n.md', 'author', 'beside x.md', 'exists ../../out.md'];
    const answers = (author?: string) =>
      openFileQueries(root, { ...defaults, author }).answers(path.join(root, 'docs', 'a.md'), questions);
    const before = answers('Ada');
    assert.deepEqual(Object.keys(before), questions);
    assert.deepEqual(answers('Ada'), before);
    fs.writeFileSync(path.join(root, 'docs', 'c.md'), '');
    fs.writeFileSync(path.join(root, 'b\n.md'), '');
    const after = answers();
    assert.deepEqual(
      questions.filter((question) => after[question] !== before[question]),
      ['exists ../b\n.md', 'author', 'beside x.md'],
    );
  });

  it('count a path with a slash in front from the root, and know the document itself', () => {
    const root = folderWith({ 'docs/a.md': '', 'tea.md': '' });
    const files = openFileQueries(root, defaults).around(path.join(root, 'docs', 'a.md'));
    const found = ['/tea.md', '/docs/a.md', '/a.md', '/', '/../../etc'].map(files.exists);
    assert.deepEqual(found, [true, true, false, true, true]);
    assert.deepEqual(files.beside('/x.md'), ['docs', 'tea.md']);
    assert.deepEqual(['a.md', './a.md', '/docs/a.md', '../docs/a.md', '../tea.md'].map(files.isSelf), [
      ...[true, true, true, true],
      false,
    ]);
  });

  it('read anchors of files below the root once, and answer anew when a file has changed', () => {
    const outside = folderWith({ 'secret.md': '# Secret\n' });
    const root = folderWith({ 'docs/a.md': '', 'tea.md': '# Tea\n', 'bad.md': '' });
    fs.writeFileSync(path.join(root, 'bad.md'), Buffer.from([0x23, 0xff]));
    fs.symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'linked.md'));
    const document = path.join(root, 'docs', 'a.md');
    const read: string[] = [];
    const readAnchors = (text: string) => {
      read.push(text);
      return readLinkedFile(text);
    };
    const files = openFileQueries(root, defaults).around(document, readAnchors);
    const names = (file: string): readonly string[] | undefined => files.anchors(file)?.names;
    assert.deepEqual([names('../tea.md'), names('/tea.md')], [['tea'], ['tea']]);
    const out = path.relative(path.dirname(document), path.join(outside, 'secret.md'));
    const others = ['../bad.md', '../linked.md', '../gone.md', out, '..', 'a.md'];
    assert.deepEqual(others.map(names), Array(6).fill(undefined));
    assert.deepEqual(read, ['# Tea\n', '']);
    const questions = ['../tea.md', ...others].map((file) => `anchors ${file}`);
    const answers = () => openFileQueries(root, defaults).answers(document, questions);
    const before = answers();
    assert.deepEqual(answers(), before);
    fs.writeFileSync(path.join(root, 'tea.md'), '# Pot\n');
    const after = answers();
    const changed = questions.filter((question) => after[question] !== before[question]);
    assert.deepEqual(changed, ['anchors ../tea.md']);
    assert.equal(openFileQueries(root, defaults).around(document).anchors('../tea.md'), undefined);
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

  it('read the file that describes a folder, and answer with its version', () => {
    const root = folderWith({
      'a/README.md': '',
      'a/kep.yaml': 'status: draft\n',
      'b/README.md': '',
      'b/x.yml': 'x',
      'b/y.yml': '',
    });
    const a = path.join(root, 'a', 'README.md');
    const metadata = (folder: string) => openFileQueries(root, defaults).around(a).metadata(folder);
    assert.deepEqual(
      [metadata('.'), metadata('../b'), metadata('../..')],
      ['status: draft\n', undefined, undefined],
    );
    const answer = () => openFileQueries(root, defaults).answers(a, ['metadata .'])['metadata .'];
    const before = answer();
    assert.equal(answer(), before);
    fs.writeFileSync(path.join(root, 'a', 'kep.yaml'), 'status: accepted\n');
    assert.notEqual(answer(), before);
  });

  it('know what the default branch has, and list it only once it is asked for', () => {
    const root = folderWith({ 'a.md': 'A\n' });
    let lists = 0;
    const queries = openFileQueries(root, defaults, () => {
      lists++;
      return new Map([['a.md', 'f70f10e4db19068f79bc43844b49f3eece45c4e8']]);
    });
    const a = path.join(root, 'a.md');
    assert.deepEqual(queries.answers(a, ['author']), { author: '' });
    assert.equal(lists, 0);
    assert.deepEqual(queries.answers(a, ['merged']), { merged: 'f70f10e4db19068f79bc43844b49f3eece45c4e8' });
    assert.deepEqual(queries.answers(path.join(root, 'b.md'), ['merged']), { merged: '' });
    assert.deepEqual([queries.isMerged(a, 'A\n'), queries.isMerged(a, 'B\n')], [true, false]);
    assert.equal(lists, 1);
  });
});
