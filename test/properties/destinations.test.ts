/** Blocks are parsed without escaping link destinations; the definitions must be the same as with escaping. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseBlocks } from '../../src/core/markdown/markdown';

const whole = new MarkdownIt({ html: true });

const piece = fc.oneof(
  fc.constantFrom('javascript', 'VBScript', 'file', 'data', 'image', '/png;', 'http', 'mailto', 'a.b', '80'),
  fc.constantFrom(
    ':',
    '/',
    '//',
    '@',
    '?',
    '#',
    '%',
    '%20',
    ' ',
    '\t',
    '\\:',
    '&colon;',
    '&#x6A;',
    '\u212A',
    '[',
  ),
  fc.string({ maxLength: 3 }),
);
const destination = fc
  .array(piece, { maxLength: 7 })
  .map((pieces) => pieces.join('').replace(/[\r\n\0]/g, ''));

describe('a definition', () => {
  it('is recognized if and only if the full markdown-it recognizes it', () => {
    fc.assert(
      fc.property(destination, fc.boolean(), (address, pointed) => {
        const line = pointed ? `[a]: <${address}>` : `[a]: ${address}`;
        const text = whole.parse(line, {}).some(({ type }) => type === 'paragraph_open');
        assert.equal(parseBlocks([line])[0]?.kind, text ? 'paragraph' : 'definition', line);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not depend on the escaping of its destination', () => {
    fc.assert(
      fc.property(destination, (address) => {
        assert.equal(whole.validateLink(whole.normalizeLink(address)), whole.validateLink(address), address);
      }),
      { numRuns: 20_000 },
    );
  });
});
