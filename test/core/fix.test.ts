import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/check';
import { compatibleEdits, fixAll } from '../../src/core/fix';
import type { TextEdit } from '../../src/core/text/text';
import { applyEdits, range } from '../../src/core/text/text';

const edit = (start: number, end: number, newText: string): TextEdit => ({
  range: range(0, start, 0, end),
  newText,
});

function finding(edits: readonly TextEdit[], rank?: number): Finding {
  const fix = { title: 'Mend it', edits, ...(rank !== undefined && { rank }) };
  return { rule: 'r', severity: 'warning', range: range(0, 0, 0, 1), message: 'm', fix };
}

describe('compatibleEdits', () => {
  for (const [name, fixes, expected, count] of [
    ['apart', [[edit(0, 1, 'A')], [edit(2, 3, 'C')]], 'AbC', 2],
    ['overlapping: the first wins', [[edit(0, 2, 'X')], [edit(1, 3, 'Y')]], 'Xc', 1],
    ['two inserts at one point', [[edit(1, 1, '1')], [edit(1, 1, '2')]], 'a12bc', 2],
    ['an insert at the edge of what goes', [[edit(0, 1, '')], [edit(1, 1, 'x')]], 'bc', 1],
    ['side by side', [[edit(0, 1, 'A')], [edit(1, 2, 'B')]], 'ABc', 2],
    ['one edit of several collides', [[edit(0, 1, 'A')], [edit(0, 1, 'X'), edit(2, 3, 'Y')]], 'Abc', 1],
  ] as const) {
    it(name, () => {
      const result = compatibleEdits(fixes.map((edits) => finding(edits)));
      assert.equal(applyEdits('abc', result.edits), expected);
      assert.equal(result.fixes, count);
    });
  }

  for (const [name, other, expected] of [
    ['in the middle', { range: range(1, 1, 1, 1), newText: 'x' }, 'ad'],
    ['at the edge', { range: range(2, 1, 2, 1), newText: 'x' }, 'ad'],
    ['below on the last line', { range: range(2, 2, 2, 2), newText: 'x' }, 'adx'],
    ['across the start', { range: range(0, 0, 0, 2), newText: 'x' }, 'ad'],
  ] as const) {
    it(`keeps what goes over several lines apart from an edit ${name}`, () => {
      const { edits } = compatibleEdits(
        [{ range: range(0, 1, 2, 1), newText: '' }, other].map((one) => finding([one])),
      );
      assert.equal(applyEdits('ab\nbb\ncd', edits), expected);
    });
  }

  it('applies a fix that several findings share once, and counts it for each', () => {
    const shared = finding([edit(1, 1, 'x')]);
    assert.deepEqual(compatibleEdits([shared, { ...shared, message: 'n' }]), {
      edits: shared.fix?.edits,
      fixes: 2,
    });
  });

  it('orders inserts at one point by rank', () => {
    const { edits } = compatibleEdits([finding([edit(0, 0, 'b')], 2), finding([edit(0, 0, 'a')], 1)]);
    assert.equal(applyEdits('', edits), 'ab');
  });
});

describe('fixAll', () => {
  const shorten = (text: string): Finding[] => (text.length > 2 ? [finding([edit(0, 1, '')])] : []);

  it('goes on until nothing is left', () => {
    assert.deepEqual(fixAll('abcde', shorten), { text: 'de', count: 3 });
  });

  it('leaves out what is not wanted', () => {
    assert.deepEqual(
      fixAll('abc', shorten, () => false),
      { text: 'abc', count: 0 },
    );
  });

  it('ends even if a fix never settles', () => {
    const { text } = fixAll('', () => [finding([edit(0, 0, 'x')])]);
    assert.ok(text.length <= 100);
  });
});
