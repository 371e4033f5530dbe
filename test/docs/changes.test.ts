/** docs/changes.md names all kinds of changes. */

import assert from 'node:assert/strict';
import { CHANGE_KINDS } from '../../src/core/changes/change';
import { readRepo } from '../fixture';

describe('docs/changes.md', () => {
  it('lists the kinds of changes, in their order', () => {
    const [, list = ''] = /`kind` is one of: ([^.]*)\./.exec(readRepo('docs/changes.md')) ?? [];
    assert.deepEqual(
      [...list.matchAll(/`([a-z-]+)`/g)].map(([, kind]) => kind),
      CHANGE_KINDS,
    );
  });
});
