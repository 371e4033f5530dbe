import assert from 'node:assert/strict';
import type { DocumentState } from '../../../src/core/cache/entry';
import { entryHolds } from '../../../src/core/cache/entry';
import { ENTRY } from './entries';

const { fingerprint, content, context, answers } = ENTRY;

/** Whether the entry holds in the unchanged state, but for what is given. */
function holds(change: Partial<DocumentState> = {}): boolean {
  return entryHolds(ENTRY, { fingerprint, context, answers, ...change });
}

describe('an entry of the cache', () => {
  it('holds while nothing that it depends on has changed', () => {
    assert.ok(holds());
    assert.ok(holds({ answers: { ...answers, 'exists x': '' } }), 'another document asked more');
  });

  it('holds for a file with another fingerprint once its content is read and is the same', () => {
    for (const other of ['5 6 7 8', undefined]) {
      assert.ok(!holds({ fingerprint: other }));
      assert.ok(holds({ fingerprint: other, content }));
    }
  });

  it('does not hold for other content, whatever the fingerprint says', () => {
    assert.ok(!holds({ content: 'another digest' }));
  });

  it('does not hold for other templates or configuration', () => {
    assert.ok(!holds({ context: 'another digest' }));
    assert.ok(!holds({ context: 'another digest', content }));
  });

  it('does not hold where one answer is another, or is not known', () => {
    for (const question of Object.keys(answers)) {
      const { [question]: _, ...rest } = answers;
      for (const now of [{ ...answers, [question]: 'other' }, rest]) {
        assert.ok(!holds({ answers: now }), question);
        assert.ok(!holds({ answers: now, content }), question);
      }
    }
  });

  it('does not hold by a fingerprint that it has not', () => {
    const racy = { ...ENTRY, fingerprint: undefined };
    assert.ok(!entryHolds(racy, { fingerprint: undefined, context, answers }));
    assert.ok(!entryHolds(racy, { fingerprint, context, answers }));
    assert.ok(entryHolds(racy, { fingerprint, context, answers, content }));
  });
});
