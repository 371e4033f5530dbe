import assert from 'node:assert/strict';
import type { DocumentState } from '../../../src/core/cache/entry';
import { entryHolds } from '../../../src/core/cache/entry';
import { ENTRY } from './entries';

const { fingerprint, content, context, answers } = ENTRY;

/** Whether the entry is valid for the unchanged state with the given overrides. */
function holds(change: Partial<DocumentState> = {}): boolean {
  return entryHolds(ENTRY, { fingerprint, context, answers, ...change });
}

describe('a cache entry', () => {
  it('is valid while none of its dependencies changes', () => {
    assert.ok(holds());
    assert.ok(holds({ answers: { ...answers, 'exists x': '' } }), 'another document needs more answers');
  });

  it('is valid for another fingerprint if the content is the same', () => {
    for (const other of ['5 6 7 8', undefined]) {
      assert.ok(!holds({ fingerprint: other }));
      assert.ok(holds({ fingerprint: other, content }));
    }
  });

  it('is invalid for other content, even with the same fingerprint', () => {
    assert.ok(!holds({ content: 'another digest' }));
  });

  it('is invalid for other templates or configuration', () => {
    assert.ok(!holds({ context: 'another digest' }));
    assert.ok(!holds({ context: 'another digest', content }));
  });

  it('is invalid if an answer differs or is unknown', () => {
    for (const question of Object.keys(answers)) {
      const { [question]: _, ...rest } = answers;
      for (const now of [{ ...answers, [question]: 'other' }, rest]) {
        assert.ok(!holds({ answers: now }), question);
        assert.ok(!holds({ answers: now, content }), question);
      }
    }
  });

  it('is invalid without content if it has no fingerprint', () => {
    const racy = { ...ENTRY, fingerprint: undefined };
    assert.ok(!entryHolds(racy, { fingerprint: undefined, context, answers }));
    assert.ok(!entryHolds(racy, { fingerprint, context, answers }));
    assert.ok(entryHolds(racy, { fingerprint, context, answers, content }));
  });
});
