import assert from 'node:assert/strict';
import fc from 'fast-check';
import { githubSlug } from '../../../src/core/document/links/slugs';
import { nameWords } from '../../../src/core/text/names';
import {
  fromFirstLetterOrDigit,
  hasLetter,
  hasLetterOrDigit,
  opensWithLetter,
  opensWithLetterOrDigit,
} from '../../../src/core/text/unicode';
import { anyString } from '../../random';

const text = fc.oneof(
  anyString(4),
  fc
    .array(
      fc.constantFrom(
        'a',
        'Z',
        '7',
        '_',
        '-',
        ' ',
        '—',
        '’',
        '‽',
        'ⁿ',
        '⁴',
        'é',
        '²',
        'Ⅷ',
        '漢',
        '𐐀',
        '✅',
        '\uD801',
      ),
      {
        maxLength: 5,
      },
    )
    .map((signs) => signs.join('')),
);

const BASE = new Intl.Collator('en', { sensitivity: 'base' });

describe('letters and digits', () => {
  it('are those of all scripts', () => {
    fc.assert(
      fc.property(text, (own) => {
        assert.equal(hasLetter(own), /\p{L}/u.test(own));
        assert.equal(hasLetterOrDigit(own), /[\p{L}\p{N}]/u.test(own));
        assert.equal(opensWithLetter(own), /^\p{L}/u.test(own));
        assert.equal(opensWithLetterOrDigit(own), /^[\p{L}\p{N}]/u.test(own));
        assert.equal(fromFirstLetterOrDigit(own), own.replace(/^[^\p{L}\p{N}]+/u, ''));
      }),
      { numRuns: 20_000 },
    );
  });

  it('are those of all scripts in anchors and names', () => {
    fc.assert(
      fc.property(text, (own) => {
        const heading = `of ${own}`;
        const lower = heading.toLowerCase();
        assert.equal(
          githubSlug(heading),
          lower.replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc} -]/gu, '').replaceAll(' ', '-'),
        );
        const words = lower.match(/[\p{L}\p{N}]+/gu) ?? [];
        const found = nameWords(heading);
        assert.equal(found.length, words.length);
        // Names are compared without accents.
        for (const [at, word] of words.entries()) assert.equal(BASE.compare(word, found[at] ?? ''), 0, word);
      }),
      { numRuns: 20_000 },
    );
  });
});
