import assert from 'node:assert/strict';
import type { Fix } from '../../../src/core/edits/problem';
import { compatibleFixes, editsOf } from '../../../src/core/fix/compatible';
import { say } from '../../../src/core/text/message';
import type { TextEdit } from '../../../src/core/text/text';
import { applyEdits, range } from '../../../src/core/text/text';

const edit = (start: number, end: number, newText: string): TextEdit => ({
  range: range(0, start, 0, end),
  newText,
});

function fixOf(edits: readonly TextEdit[], rank?: number): Fix {
  return { title: say`Mend it`, applicability: 'safe', edits, ...(rank !== undefined && { rank }) };
}

describe('compatibleFixes', () => {
  for (const [name, fixes, expected, count] of [
    ['apart', [[edit(0, 1, 'A')], [edit(2, 3, 'C')]], 'AbC', 2],
    ['overlapping: the first wins', [[edit(0, 2, 'X')], [edit(1, 3, 'Y')]], 'Xc', 1],
    ['two insertions at one position', [[edit(1, 1, '1')], [edit(1, 1, '2')]], 'a12bc', 2],
    ['an insertion at the edge of a deletion', [[edit(0, 1, '')], [edit(1, 1, 'x')]], 'bc', 1],
    ['side by side', [[edit(0, 1, 'A')], [edit(1, 2, 'B')]], 'ABc', 2],
    ['one edit of several collides', [[edit(0, 1, 'A')], [edit(0, 1, 'X'), edit(2, 3, 'Y')]], 'Abc', 1],
  ] as const) {
    it(name, () => {
      const chosen = compatibleFixes(fixes.map((edits) => fixOf(edits)));
      assert.equal(applyEdits('abc', editsOf(chosen)), expected);
      assert.equal(chosen.length, count);
    });
  }

  for (const [name, other, expected] of [
    ['in the middle', { range: range(1, 1, 1, 1), newText: 'x' }, 'ad'],
    ['at the edge', { range: range(2, 1, 2, 1), newText: 'x' }, 'ad'],
    ['below on the last line', { range: range(2, 2, 2, 2), newText: 'x' }, 'adx'],
    ['across the start', { range: range(0, 0, 0, 2), newText: 'x' }, 'ad'],
  ] as const) {
    it(`does not combine an edit of several lines with an edit ${name}`, () => {
      const chosen = compatibleFixes(
        [{ range: range(0, 1, 2, 1), newText: '' }, other].map((one) => fixOf([one])),
      );
      assert.equal(applyEdits('ab\nbb\ncd', editsOf(chosen)), expected);
    });
  }

  it('orders inserts at one point by rank', () => {
    const chosen = compatibleFixes([fixOf([edit(0, 0, 'b')], 2), fixOf([edit(0, 0, 'a')], 1)]);
    assert.equal(applyEdits('', editsOf(chosen)), 'ab');
  });
});
