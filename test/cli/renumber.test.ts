import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { repositoryWith } from '../node/git/repository';
import { run, textOf } from './program';

const RECORD =
  '# ADR 7: Queues\n\n**Status:** Draft\n\nSee [the plan](./0007-queues.md#plan) in 7 steps.\n\n## Plan\n\n- [ ] One\n';
const FILES = {
  'docs/adr/0007-queues.md': RECORD,
  'docs/adr/0007-locks.md': '# Locks\n\nAfter [7](0007-queues.md).\n',
  'docs/adr/README.md':
    '| No. | Record |\n| --- | --- |\n| 7 | [ADR-0007 Queues](0007-queues.md) |\n| 0007 | [Locks](0007-locks.md) |\n',
  'README.md':
    '# 0007\n\n[a](docs/adr/0007-queues.md), [b](/docs/adr/0007-queues.md#plan "0007"), <docs/adr/0007-queues.md>, [c]\n\n`[d](docs/adr/0007-queues.md)`\n\n[c]: <docs/adr/0007-queues.md>\n',
  'other/0007-queues.md': '[a](0007-queues.md)\n',
};

/** All texts of the repository, by path. */
function texts(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.md$/.test(name)).sort();
  return Object.fromEntries(files.map((name) => [name, textOf(folder, name)]));
}

describe('renumber', () => {
  it('renames the file to the next number that no branch has, and rewrites every link to it', () => {
    const { folder, git } = repositoryWith(FILES);
    git('checkout', '-qb', 'other');
    fs.writeFileSync(path.join(folder, 'docs/adr/0011-far.md'), 'x\n');
    git('add', '-A');
    git('commit', '-qm', 'far');
    git('checkout', '-qb', 'work');
    git('rm', '-q', 'docs/adr/0011-far.md');
    git('commit', '-qm', 'without');
    const { status, stdout, stderr } = run(path.join(folder, 'docs'), 'renumber', 'adr/0007-queues.md');
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(stdout.split('\n'), [
      'adr/0007-queues.md -> adr/0012-queues.md',
      '../README.md: 3 changes',
      'adr/0007-locks.md: 1 change',
      'adr/0012-queues.md: 2 changes',
      'adr/README.md: 3 changes',
      '',
    ]);
    assert.deepEqual(texts(folder), {
      'README.md': FILES['README.md']
        .replace('(docs/adr/0007', '(docs/adr/0012')
        .replace('(/docs/adr/0007', '(/docs/adr/0012')
        .replace('[c]: <docs/adr/0007', '[c]: <docs/adr/0012'),
      'docs/adr/0007-locks.md': FILES['docs/adr/0007-locks.md'].replace('0007', '0012'),
      'docs/adr/0012-queues.md': RECORD.replace('ADR 7', 'ADR 12').replace('0007', '0012'),
      'docs/adr/README.md': FILES['docs/adr/README.md']
        .replace('| 7 |', '| 12 |')
        .replace('[ADR-0007 Queues](0007', '[ADR-0012 Queues](0012'),
      'other/0007-queues.md': FILES['other/0007-queues.md'],
    });
  });

  it('is refused for a document whose folder has the number', () => {
    const { folder } = repositoryWith({ 'rfcs/0007-tea/README.md': RECORD });
    const { status, stderr } = run(folder, 'renumber', 'rfcs/0007-tea/README.md');
    assert.equal(status, 2);
    assert.match(
      stderr,
      /The number of rfcs\/0007-tea\/README\.md is in the name of its folder\. Rename the folder with "git mv"/,
    );
    assert.equal(textOf(folder, 'rfcs/0007-tea/README.md'), RECORD);
  });

  it('takes a number that is free, and gives one to a file without', () => {
    const { folder } = repositoryWith({ ...FILES, 'docs/adr/bells.md': '# Bells\n' });
    assert.equal(
      run(folder, 'renumber', 'docs/adr/0007-locks.md', '9').stdout.split('\n')[0],
      'docs/adr/0007-locks.md -> docs/adr/0009-locks.md',
    );
    assert.equal(
      run(folder, 'renumber', 'docs/adr/bells.md').stdout,
      'docs/adr/bells.md -> docs/adr/0010-bells.md\n',
    );
  });

  it('drops the suffix of a number that was shared', () => {
    const { folder } = repositoryWith({ ...FILES, 'docs/adr/0007-2-bells.md': '# Bells\n' });
    const { stdout } = run(folder, 'renumber', 'docs/adr/0007-2-bells.md');
    assert.equal(stdout, 'docs/adr/0007-2-bells.md -> docs/adr/0008-bells.md\n');
  });

  it('keeps a word in front of the number, and counts the numbers behind it alone', () => {
    const record = '# ADR-0007: Queues\n\nSee [itself](ADR-0007-queues.md).\n';
    const { folder } = repositoryWith({
      'docs/adr/ADR-0007-queues.md': record,
      'docs/adr/ADR-0007-locks.md': '# ADR-0007: Locks\n',
      'docs/adr/RFC-0021-bells.md': '# RFC-0021: Bells\n',
    });
    const { stdout } = run(folder, 'renumber', 'docs/adr/ADR-0007-queues.md');
    assert.equal(stdout.split('\n')[0], 'docs/adr/ADR-0007-queues.md -> docs/adr/ADR-0008-queues.md');
    assert.equal(textOf(folder, 'docs/adr/ADR-0008-queues.md'), record.replaceAll('0007', '0008'));
  });

  for (const [name, words, message] of [
    ['a number that is taken', ['docs/adr/0007-queues.md', '7'], /The number 7 is taken/],
    ['a number that is too long', ['docs/adr/0007-queues.md', '1234567'], /one to six digits/],
    ['what is no number', ['docs/adr/0007-queues.md', 'x'], /NUMBER must be a whole number/],
    ['a file that is not there', ['docs/adr/0001.md'], /There is no file/],
    ['a file outside', ['/etc/hostname'], /There is no file/],
  ] as const) {
    it(`refuses ${name}, and changes nothing`, () => {
      const { folder } = repositoryWith(FILES);
      const before = texts(folder);
      const { status, stderr } = run(folder, 'renumber', ...words);
      assert.match(stderr, message);
      assert.equal(status, 2);
      assert.deepEqual(texts(folder), before);
    });
  }

  it('takes everything back if a file cannot be written', () => {
    const { folder } = repositoryWith(FILES);
    // A hard link is refused, because the other name would keep the old text.
    fs.linkSync(path.join(folder, 'docs/adr/README.md'), path.join(folder, 'hard.txt'));
    const before = texts(folder);
    const { status } = run(folder, 'renumber', 'docs/adr/0007-queues.md');
    assert.equal(status, 2);
    assert.deepEqual(texts(folder), before);
  });

  it('takes everything back if the file cannot get its name, and says why', () => {
    const long = `docs/adr/7-${'x'.repeat(249)}.md`;
    const { folder } = repositoryWith({ ...FILES, [long]: '# Long\n', 'docs/long.md': `[a](../${long})\n` });
    const before = texts(folder);
    const { status, stderr } = run(folder, 'renumber', long);
    assert.match(stderr, /cannot be written: its name or path is too long\.\n$/);
    assert.equal(status, 2);
    assert.deepEqual(texts(folder), before);
  });
});
