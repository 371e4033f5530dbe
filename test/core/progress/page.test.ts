/** What the page of the Progress panel may ask for. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRequest } from '../../../src/core/progress/page';

describe('a message of the page', () => {
  it('is a request for a row that is shown, or says that the page is ready', () => {
    assert.equal(readRequest({ type: 'ready' }, 1, 0), 'ready');
    for (const type of ['open', 'history'])
      assert.deepEqual(readRequest({ type, revision: 3, index: 1, uri: 'file:///x' }, 3, 2), {
        type,
        index: 1,
      });
  });

  for (const [name, message] of [
    ['a row that does not exist', { type: 'open', revision: 3, index: 2 }],
    ['a negative index', { type: 'open', revision: 3, index: -1 }],
    ['a fraction', { type: 'open', revision: 3, index: 0.5 }],
    ['an index that is a text', { type: 'open', revision: 3, index: '0' }],
    ['rows that were shown before', { type: 'open', revision: 2, index: 0 }],
    ['no revision', { type: 'open', index: 0 }],
    ['no index', { type: 'history', revision: 3 }],
    ['another type', { type: 'run', revision: 3, index: 0 }],
  ] as const) {
    it(`is ignored where it asks for ${name}`, () => {
      assert.equal(readRequest(message, 3, 2), undefined);
    });
  }

  it('may be anything, and asks for a row at most', () => {
    fc.assert(
      fc.property(fc.anything(), fc.nat(4), (message, count) => {
        const request = readRequest(message, 1, count);
        assert.ok(request === undefined || request === 'ready' || request.index < count);
      }),
    );
  });
});
