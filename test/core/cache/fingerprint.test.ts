import assert from 'node:assert/strict';
import { fingerprintOf, isSameFile } from '../../../src/core/cache/fingerprint';

const NOW = 1_700_000_000_000;
const STAT = { mtimeMs: NOW - 3000, ctimeMs: NOW - 4000.25, size: 5, ino: 9 };

describe('a file fingerprint', () => {
  it('differs if a time, the size or the inode differs', () => {
    const own = fingerprintOf(STAT, NOW);
    assert.ok(isSameFile(own, fingerprintOf({ ...STAT }, NOW + 1e6)));
    for (const name of ['mtimeMs', 'ctimeMs', 'size', 'ino'] as const) {
      const other = fingerprintOf({ ...STAT, [name]: STAT[name] - 0.5 }, NOW);
      assert.ok(!isSameFile(own, other) && !isSameFile(other, own), name);
    }
  });

  it('is undefined for a file that is racily clean, has times in the future, or has no times', () => {
    for (const time of [NOW - 2999, NOW, NOW + 86_400_000, Number.NaN])
      for (const name of ['mtimeMs', 'ctimeMs'])
        assert.equal(fingerprintOf({ ...STAT, [name]: time }, NOW), undefined, `${name} ${time}`);
  });

  it('matches no other one if either is undefined', () => {
    const own = fingerprintOf(STAT, NOW);
    for (const [before, now] of [
      [undefined, undefined],
      [undefined, own],
      [own, undefined],
    ])
      assert.ok(!isSameFile(before, now));
  });
});
