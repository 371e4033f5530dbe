/** A name that is written into the address of a link is read back unchanged by CommonMark and HTML. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../src/core/document/document';
import { readAddress } from '../../src/core/document/links/address';
import { decoded, readLinks } from '../../src/core/document/links/links';
import { addressEdit } from '../../src/core/edits/address';
import { applyEdits } from '../../src/core/text/text';

/** The syntax around an address. */
const PLACES = [
  '[a](§)',
  '[a](<§>)',
  '![a]( § "title" )',
  '[a\n](\n§)',
  '> - [a](§) `b`',
  '| `x` | [a](§) |\n|-|-|\n| `y` | z |',
  '|-|\n|-|\n| [a](§) |',
  '# [a](§) #',
  '[a]\n\n[a]: §',
  '[a][]\n\n> [a]:\n> <§> "t"',
  '[a][]\n\n[a]:\n§',
  '<a class="b" href="§">c</a>',
  "<p>\n<img src='§'>\n</p>",
  '*a* [b `c` ![d](§) e](<f g.md>) `h` <i> ]',
  'x `[a](§)',
];
const sign = fc.oneof(
  fc.constantFrom(...'()<>[]{}"\'`\\|^*_#?%&:$@~!;=+.,- /\t\n\u00a0\u2028\u0085\0'),
  fc.constantFrom(
    '&amp;',
    '&copy',
    '&copy;',
    '&#35;',
    '%20',
    '%zz',
    'é',
    'e\u0301',
    '日',
    '🚀',
    'a',
    'B',
    '1',
    '.md',
  ),
  fc.string({ maxLength: 2 }),
);
const name = fc
  .array(sign, { minLength: 1, maxLength: 8 })
  .map((signs) => signs.join(''))
  .filter((text) => text !== '');
/** The rest of an address, in usual spellings. */
const rest = fc.constantFrom(
  '',
  'x',
  'a(b)',
  'a(b',
  'b)',
  'a\\_b',
  'a&amp;b',
  'a%20b',
  'é',
  'a_b*c*',
  '&copy;',
  'c%23',
);

/** The decoded path and anchor of an address, even of one that is not checked. */
function partsOf(target: string): { readonly path: string; readonly anchor: string } {
  const hash = target.indexOf('#');
  const before = hash < 0 ? target : target.slice(0, hash);
  return {
    path: decoded(before.split('?', 1)[0] ?? ''),
    anchor: hash < 0 ? '' : decoded(target.slice(hash + 1)),
  };
}

describe('an address', () => {
  it('has the name that was written into it, and is otherwise unchanged', () => {
    let written = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...PLACES),
        fc.record({ path: rest, query: fc.constantFrom('', '', '?plain=1', '?a=1&b=2'), anchor: rest }),
        fc.constantFrom('path' as const, 'anchor' as const),
        name,
        (place, own, part, other) => {
          const address = own.path + own.query + (own.anchor === '' ? '' : `#${own.anchor}`);
          const text = place.replace('§', () => address);
          const document = parseDocument(text);
          // Not every address is valid in every syntax.
          for (const [at, link] of readLinks(document).entries()) {
            const read = readAddress(link.target);
            if (!read || (part === 'path' ? read.rawPath : read.rawAnchor) === '') continue;
            const made = addressEdit(document, link, read, part, other);
            if (!made) {
              assert.match(other, /\p{Cs}/u);
              continue;
            }
            written++;
            const after = parseDocument(applyEdits(text, [made.edit]));
            const links = readLinks(after);
            assert.equal(links.length, readLinks(document).length, after.text);
            const expected = { ...partsOf(link.target), [part]: other };
            assert.deepEqual(partsOf(links[at]?.target ?? ''), expected, after.text);
          }
        },
      ),
      { numRuns: 10_000 },
    );
    assert.ok(written > 5_000, `only ${written} were written`);
  });
});
