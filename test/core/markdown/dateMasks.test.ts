import assert from 'node:assert/strict';
import { dateInMask, hasDateMask, isYearFirst } from '../../../src/core/markdown/dateMasks';

describe('masks of dates', () => {
  for (const [mask, date, first] of [
    ['YYYY-MM-DD', '2026-11-08', true],
    ['yyyy/mm/dd', '2026/11/08', true],
    ['JJJJ-MM-TT', '2026-11-08', true],
    ['TT.MM.JJJJ', '08.11.2026', false],
    ['AAAA-MM-JJ', '2026-11-08', true],
    ['DD/MM/AAAA', '08/11/2026', false],
    ['GG/MM/AAAA', '08/11/2026', false],
    ['ДД.ММ.ГГГГ', '08.11.2026', false],
    ['YYYY年MM月DD日', '2026年11月08日', true],
    ['XXXX年XX月XX日', '2026年11月08日', true],
    ['YYYY년 MM월 DD일', '2026년 11월 08일', true],
  ] as const) {
    it(`${mask} stands for ${date}`, () => {
      assert.deepEqual([hasDateMask(`on ${mask}.`), isYearFirst(mask)], [true, first]);
      assert.equal(dateInMask(mask, '2026-11-08'), date);
    });
  }

  it('may have blanks, and are no other text', () => {
    assert.deepEqual(
      ['____年__月__日', '年月日', 'YYYY', 'MM-DD', '2026年11月28日', 'YYYY-MM.DD'].map(hasDateMask),
      [true, true, false, false, false, false],
    );
  });
});
