/** The page on what a review asks for: its example is what the command prints, and it has every box. */

import assert from 'node:assert/strict';
import { readRepo } from '../fixture';
import { filesBelow } from '../sources';
import { assertTranscripts } from './transcripts';

const PAGE = readRepo('docs/review.md');

describe('docs/review.md', () => {
  it('shows what the commands print', () => assertTranscripts(PAGE));

  it('has every box in its table, and no other', () => {
    const sources = filesBelow('src/core/review', '.ts').map(readRepo).join('\n');
    const ids = [...sources.matchAll(/\bid: '([a-z-]+)',|boxOf\('([a-z-]+)'/g)].map(([, a, b]) => a ?? b);
    const rows = [...PAGE.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id);
    assert.ok(rows.length > 10);
    assert.deepEqual([...new Set(rows)].sort(), [...new Set(ids)].sort());
  });
});
