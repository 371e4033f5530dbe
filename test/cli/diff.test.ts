import assert from 'node:assert/strict';
import { unifiedDiff } from '../../src/cli/diff';

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
});
