import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlScalar } from '../../../src/core/scaffold/scalars';
import { anyString } from '../../random';

const HARD = [
  'a: b',
  'a #b',
  'a:',
  '- a',
  '? a',
  '@ada',
  '`x`',
  '"a"',
  "'a'",
  'yes',
  'No',
  'null',
  '~',
  '',
  ' a',
  'a ',
  '1',
  '1.5',
  '0x1F',
  '0o7',
  '12:30:45',
  '2026-11-22',
  '1e3',
  '.inf',
  '.nan',
  '+1',
  '!tag',
  '&a',
  '*a',
  '{a}',
  '[a]',
  '|',
  '>',
  '%a',
  'a, b',
  '<<',
  '=',
  'y',
  'n',
  'TRUE',
  'a\\b',
  '...',
  '---',
  '1_000',
  '685_230.15',
  '2001-12-14 21:59:43.10 -5',
  'Über',
];

describe('yamlScalar', () => {
  it('is the same text in YAML 1.1 and 1.2', () => {
    const check = (text: string): void => {
      for (const version of ['1.1', '1.2'] as const) {
        assert.deepEqual(parse(`key: ${yamlScalar(text)} # remark\n`, { version }), { key: text }, text);
      }
    };
    HARD.forEach(check);
    const word = fc.oneof(fc.constantFrom(...HARD, ' ', ':', '#', '-', 'e', '0'), anyString());
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) =>
        check(words.join('').replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '')),
      ),
      { numRuns: 2000 },
    );
  });

  it('is plain if possible', () => {
    for (const text of [
      'Kettle',
      'Ada Lovelace',
      "Ada's kettle (v2)",
      'C# & F#',
      'a:b',
      '2nd try',
      'Über',
      '设计',
    ]) {
      assert.equal(yamlScalar(text), text);
    }
  });
});
