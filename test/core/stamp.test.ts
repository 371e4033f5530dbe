import assert from 'node:assert/strict';
import { sameStamp, stampOf } from '../../src/core/stamp';

const NOW = 1_700_000_000_000;

describe('a stamp', () => {
  it('is the times and whatever else changes with a file at rest', () => {
    assert.deepEqual(stampOf([NOW - 3000, 7], [5, 9], NOW), [NOW - 3000, 7, 5, 9]);
  });

  it('tells nothing of a file of which any time is as good as now, or yet to come', () => {
    for (const time of [NOW - 2999, NOW, NOW + 86_400_000]) {
      assert.deepEqual(stampOf([time, 7], [5], NOW), []);
      assert.deepEqual(stampOf([7, time], [5], NOW), []);
    }
  });

  it('is the same as another if every number is', () => {
    assert.ok(sameStamp([1, 2, 3], [1, 2, 3]));
    for (const other of [
      [0, 2, 3],
      [1, 0, 3],
      [1, 2, 0],
      [1, 2],
      [1, 2, 3, 4],
    ]) {
      assert.ok(!sameStamp([1, 2, 3], other), other.join());
      assert.ok(!sameStamp(other, [1, 2, 3]), other.join());
    }
  });

  it('is never the same as one that tells nothing, not even if it tells nothing itself', () => {
    const untold = [Number.NaN, Number.NaN];
    for (const [a, b] of [
      [[], []],
      [[], [1, 2]],
      [[1, 2], []],
      [untold, untold],
    ] as const)
      assert.ok(!sameStamp(a, b));
  });
});
