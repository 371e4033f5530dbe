/** Links that are recognized by the fast path are those of markdown-it's rules. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanInline } from '../../src/core/markdown/inlineMarkdown';
import { simpleLinks } from '../../src/core/markdown/simpleLinks';

const piece = fc.oneof(
  fc.constantFrom(
    '[a](b)',
    '![a](b)',
    '[`a`](b)',
    '[a b](c#d)',
    '[<i>](c)',
    '`',
    '``',
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '!',
  ),
  fc.constantFrom(
    '](',
    '[a]',
    '[a][b]',
    '\\',
    '&amp;',
    '<b>',
    '</b>',
    '<x y="',
    '"',
    "'",
    '<!--',
    '-->',
    '<a@b.c>',
    '\n',
    ' ',
  ),
  fc.constantFrom(
    '<https://x](y)>',
    '`](`',
    '[javascript](javascript:x)',
    '[a](data:x)',
    '\u00a0',
    '\0',
    'a',
    '*',
    '_',
    '?>',
    '<?',
  ),
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('links of a simple shape', () => {
  for (const labels of ['', 'A', 'A\nB']) {
    it(`are those of markdown-it if ${JSON.stringify(labels)} is defined`, () => {
      let simple = 0;
      fc.assert(
        fc.property(text, (source) => {
          const links = simpleLinks(source, labels);
          if (!links) return;
          if (links.length > 0) simple++;
          const scan = scanInline(source, labels);
          assert.deepEqual({ links, uses: [] }, { links: scan.links, uses: scan.uses });
        }),
        { numRuns: 20_000 },
      );
      assert.ok(simple > 200, `only ${simple} texts were simple`);
    });
  }
});
