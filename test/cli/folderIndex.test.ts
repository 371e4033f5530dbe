/** The index of a folder on disk, and the rules about it. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { repositoryWith } from '../node/git/repository';
import { folderWith, run, textOf } from './program';

const TEMPLATE =
  '# Record: <Title>\n\n**Status:** Draft\n**Author:** <Name>\n\n## Context (Required)\n\n- Why.\n';
const record = (title: string, status: string): string =>
  `# Record: ${title}\n\n**Status:** ${status}\n**Author:** Ida\n\n## Context\n\n- It is so.\n`;
const README =
  '# Records\n\nHow we decide.\n\n| No. | Record | Status |\n| --- | --- | --- |\n| 1 | [Queue](0001-queue.md) | Accepted |\n| 2 | [Lost](0002-lost.md) | Accepted |\n| 3 | [Bus](0003%20bus%20%C3%BC.md) | Draft |\n';
const FILES = {
  'docs/adr/record-template.md': TEMPLATE,
  'docs/adr/README.md': README,
  'docs/adr/0001-queue.md': record('Queue', 'Accepted'),
  'docs/adr/0003 bus ü.md': record('Bus', 'Implemented in May'),
  'docs/adr/0004-gates.md': record('Gates', 'Draft'),
};

/** The findings of a rule, as `path message`. */
function found(folder: string, rule: string): string[] {
  const { stdout } = run(folder, 'check', '--fail-on', 'error');
  return stdout.split('\n').flatMap((line) => {
    const [, file = '', id = '', message = ''] = /^(.*?\.md):\d+:\d+ \w+ (\S+) (.*)$/.exec(line) ?? [];
    return id === rule ? [`${file} ${message}`] : [];
  });
}

describe('index', () => {
  it('finds what is missing, drifted and lost, writes it, and changes nothing else', () => {
    const { folder } = repositoryWith(FILES);
    const checked = run(folder, 'index');
    assert.equal(checked.status, 1);
    assert.deepEqual(checked.stdout.split('\n'), [
      'docs/adr/README.md:8: the row leads to 0002-lost.md, and there is no such file',
      'docs/adr/README.md:9: the row says "Draft": expected "Implemented", as in 0003 bus ü.md',
      'docs/adr/README.md: no row for 0004-gates.md "Record: Gates"',
      '',
    ]);
    assert.deepEqual(found(folder, 'index-drift'), [
      'docs/adr/0003 bus ü.md The index README.md says "Draft" on line 9: expected the status of this document.',
      'docs/adr/0004-gates.md The index README.md has no row for this document.',
    ]);
    const written = run(folder, 'index', '--write');
    assert.deepEqual(
      [written.status, written.stdout.split('\n')[0]],
      [1, 'docs/adr/README.md: 2 rows written'],
    );
    assert.equal(
      textOf(folder, 'docs/adr/README.md'),
      `${README.replace('ü.md) | Draft', 'ü.md) | Implemented').replace('%C3%BC.md) | Draft', '%C3%BC.md) | Implemented')}| 4 | [Gates](0004-gates.md) | Draft |\n`,
    );
    assert.deepEqual(found(folder, 'index-drift'), []);
    fs.writeFileSync(path.join(folder, 'docs/adr/0002-lost.md'), record('Lost', 'Accepted'));
    const after = run(path.join(folder, 'docs'), 'index', '--write', 'adr/0004-gates.md');
    assert.deepEqual([after.status, after.stdout, after.stderr], [0, '', '']);
  });

  it('is the file that the configuration names, for documents in all folders', () => {
    const folder = folderWith({
      'docs/adr/record-template.md': TEMPLATE,
      'docs/adr/0001-queue.md': record('Queue', 'Accepted'),
      'docs/adr/0002-bus.md': record('Bus', 'Draft'),
      'docs/adr/README.md': '- [x](0001-queue.md)\n',
      'docs/INDEX.txt.md': '- [Queue](adr/0001-queue.md) (draft)\n',
      '.design-docs.json': '{"index": "docs/INDEX.txt.md"}',
    });
    assert.equal(run(folder, 'index', '--write').status, 0);
    assert.equal(
      textOf(folder, 'docs/INDEX.txt.md'),
      '- [Queue](adr/0001-queue.md) (accepted)\n- [Bus](adr/0002-bus.md) (draft)\n',
    );
    assert.equal(textOf(folder, 'docs/adr/README.md'), '- [x](0001-queue.md)\n');
    fs.rmSync(path.join(folder, 'docs/INDEX.txt.md'));
    const gone = run(folder, 'index');
    assert.deepEqual([gone.status, /there is no such file/.test(gone.stderr)], [2, true]);
  });

  it('may lie in the folder above, for several folders', () => {
    const folder = folderWith({
      'docs/adr/record-template.md': TEMPLATE,
      'docs/adr/0001-queue.md': record('Queue', 'Accepted'),
      'docs/adr/0002-bus.md': record('Bus', 'Draft'),
      'docs/adr/old/0001-tape.md': record('Tape', 'Draft'),
      'docs/README.md':
        '| Record | Status |\n| --- | --- |\n| [Queue](adr/0001-queue.md) | Draft |\n\nSee [bus](adr/0002-bus.md).\n',
    });
    assert.equal(run(folder, 'index', '--write').status, 0);
    assert.equal(
      textOf(folder, 'docs/README.md'),
      '| Record | Status |\n| --- | --- |\n| [Queue](adr/0001-queue.md) | Accepted |\n| [Bus](adr/0002-bus.md) | Draft |\n\nSee [bus](adr/0002-bus.md).\n',
    );
  });

  it('is never a file outside of the workspace', () => {
    const outside = folderWith({ 'README.md': '- [x](0001-queue.md)\n- [x](repository/0001-queue.md)\n' });
    const { folder } = repositoryWith({
      'record-template.md': TEMPLATE,
      '0001-queue.md': record('Queue', 'Accepted'),
      '0002-bus.md': record('Bus', 'Draft'),
    });
    const inside = path.join(outside, 'repository');
    fs.renameSync(folder, inside);
    const before = textOf(outside, 'README.md');
    const above = run(inside, 'index', '--write');
    assert.match(above.stderr, /There is no index/);
    fs.symlinkSync(path.join(outside, 'README.md'), path.join(inside, 'README.md'));
    assert.match(run(inside, 'index', '--write').stderr, /There is no index/);
    fs.writeFileSync(path.join(inside, '.design-docs.json'), '{"index": "README.md"}');
    assert.match(run(inside, 'index', '--write').stderr, /no such file in the workspace/);
    assert.equal(textOf(outside, 'README.md'), before);
  });

  it('says so where there is none, and refuses both ways at once', () => {
    const folder = folderWith({ ...FILES, 'docs/adr/README.md': 'See [1](0001-queue.md).\n' });
    const none = run(folder, 'index', '--write');
    assert.deepEqual([none.status, /There is no index: /.test(none.stderr)], [0, true]);
    assert.equal(run(folder, 'index', '--write', '--check').status, 2);
    const empty = run(folderWith({}), 'index');
    assert.deepEqual([empty.status, /There is no index: /.test(empty.stderr)], [0, true]);
  });

  it('writes nothing into a file that cannot be written', () => {
    const folder = folderWith(FILES);
    // A hard link is refused, because the other name would keep the old text.
    fs.linkSync(path.join(folder, 'docs/adr/README.md'), path.join(folder, 'hard.txt'));
    const refused = run(folder, 'index', '--write');
    assert.deepEqual([refused.status, textOf(folder, 'docs/adr/README.md')], [2, README]);
  });
});

describe('file-number', () => {
  it('finds a number that is taken, once, and follows the folder', () => {
    const { folder } = repositoryWith({ ...FILES, 'docs/adr/0004-locks.md': record('Locks', 'Draft') });
    const expected = [
      'docs/adr/0004-locks.md The number 0004 is taken by "0004-gates.md": expected one of its own; the next in this folder is 0005.',
    ];
    assert.deepEqual(found(folder, 'file-number'), expected);
    assert.deepEqual(found(folder, 'file-number'), expected, 'from the cache');
    fs.renameSync(path.join(folder, 'docs/adr/0004-locks.md'), path.join(folder, 'docs/adr/0005-locks.md'));
    assert.deepEqual(found(folder, 'file-number'), []);
  });
});
