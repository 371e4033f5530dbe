import assert from 'node:assert/strict';
import { inlineSpans } from '../../../src/core/markdown/inline';

describe('inlineSpans', () => {
  for (const [text, expected] of [
    ['plain', ''],
    ['a `b` c', 'code `b`'],
    ['``a ` b``', 'code ``a ` b``'],
    ['`a\nb`', 'code `a\nb`'],
    ['`a `` b', ''],
    ['``a` b', ''],
    ['\\`a` b`', 'code ` b`'],
    ['`a\\` b`', 'code `a\\`'],
    ['<b>x</b>', 'tag <b>, tag </b>'],
    ['<img src="a>b" alt=\'c\' x=y disabled/>', 'tag <img src="a>b" alt=\'c\' x=y disabled/>'],
    ['<a\nb>', 'tag <a\nb>'],
    ['<1a> < b> <a b=>', ''],
    ['\\<b>', ''],
    [
      '<https://example.org/a?b=c> <me@example.org>',
      'autolink <https://example.org/a?b=c>, autolink <me@example.org>',
    ],
    ['<https://a b>', ''],
    ['<!-- a --> b', 'comment <!-- a -->'],
    ['<!-- `a -->`', 'comment <!-- `a -->'],
    ['`<!--` -->', 'code `<!--`'],
    ['`<b>`<b>', 'code `<b>`, tag <b>'],
    ['<a title="`">`', 'tag <a title="`">'],
  ] as const) {
    it(JSON.stringify(text), () => {
      const found = inlineSpans(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
      assert.equal(found.join(', '), expected);
    });
  }
});
