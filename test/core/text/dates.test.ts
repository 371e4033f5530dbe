import assert from 'node:assert/strict';
import { opensWithDate, rearrangedDate } from '../../../src/core/text/dates';

describe('dates', () => {
  for (const [text, expected] of [
    ['2024-02-29 (leap)', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2026/01/02', true],
    ['2026-13-01', false],
    ['2026-01-021', false],
  ] as const) {
    it(`${text}: ${expected}`, () => assert.equal(opensWithDate(text), expected));
  }

  for (const [text, expected] of [
    ['23-07-2014', '2014-07-23'],
    ['7/23/2014', '2014-07-23'],
    ['05.05.2014', '2014-05-05'],
    ['05/06/2014', undefined],
    ['31-02-2014', undefined],
    ['2019-10-1', '2019-10-01'],
    ['2020-23-01', undefined],
    ['soon', undefined],
  ] as const) {
    it(`${text} means ${expected}`, () => assert.equal(rearrangedDate(text), expected));
  }
});
