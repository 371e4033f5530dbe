import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { unifiedDiff } from '../../src/cli/diff';
import { folderWith, textOf } from './program';

describe('unified diff', () => {
  const lines = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);

  it('is empty for equal texts', () => {
    assert.equal(unifiedDiff('a.md', 'x\n', 'x\n'), '');
  });

  it('shows far changes in hunks of their own and near ones in one', () => {
    const before = `${lines(1, 30).join('\n')}\n`;
    const after = before.replace('\n5\n', '\nfive\n').replace('\n8\n', '\n8\nnew\n').replace('\n25\n', '\n');
    const diff = unifiedDiff('a.md', before, after).split('\n');
    assert.deepEqual(
      diff.filter((line) => line.startsWith('@@')),
      ['@@ -2,10 +2,11 @@', '@@ -22,7 +23,6 @@'],
    );
    assert.deepEqual(
      diff.filter((line) => /^[-+]\w/.test(line)),
      ['-5', '+five', '+new', '-25'],
    );
  });

  it('marks a missing line ending at the end, and counts lines of empty texts from 0', () => {
    assert.deepEqual(unifiedDiff('a.md', '', 'x').split('\n').slice(2), [
      '@@ -0,0 +1,1 @@',
      '+x',
      '\\ No newline at end of file',
    ]);
  });

  it('quotes names as git does, which reads every one of them', function () {
    if (process.platform === 'win32') this.skip();
    const names = [
      'a b.md',
      'ü.md',
      'a\nb.md',
      'a\tb.md',
      'a"b.md',
      'a\\b.md',
      '\u0001\u007f\u0007.md',
      'a 2026-01-02.md',
      "'.md",
      '\u0085.md',
    ];
    const before = `${lines(1, 9).join('\n')}\n`;
    const after = before.replace('5', 'five');
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, before])));
    const diffs = names.map((name) => `${unifiedDiff(name, before, after)}\n`);
    for (const diff of diffs) assert.match(diff, /^--- [^\n]*\n\+\+\+ [^\n]*\n@@ /);
    const apply = spawnSync('git', ['apply'], { cwd: folder, input: diffs.join(''), encoding: 'utf8' });
    if (apply.error) this.skip();
    assert.equal(apply.stderr, '');
    for (const name of names) assert.equal(textOf(folder, name), after, name);
  });
});
