/** What changed in the review comments of a document. */

import assert from 'node:assert/strict';
import { addComment, reopenComment, replyTo, resolveComment } from '../../../src/core/comments/change';
import { isRefused } from '../../../src/core/plan/change';
import { applyEdits } from '../../../src/core/text/text';
import { analysisOf, changesOf, edited, TEA } from './compare';

type Change = ReturnType<typeof resolveComment>;

function applied(text: string, change: Change): string {
  if (isRefused(change)) throw new Error(String(change.refused));
  return applyEdits(text, change.edits);
}

const added = addComment(analysisOf(TEA).document, 7, { author: 'Bob', text: 'Which tea?' });
const id = isRefused(added) ? '' : added.id;
const OPEN = applied(TEA, added);
const RESOLVED = applied(OPEN, resolveComment(analysisOf(OPEN).document, id));

describe('the changes of comments', () => {
  it('name comments that are new, answered, resolved and open again', () => {
    const name = 'The comment of "Bob", "Which tea?",';
    assert.deepEqual(changesOf(TEA, OPEN), [`comment-added 9 ${name} is new.`]);
    const answered = applied(OPEN, replyTo(analysisOf(OPEN).document, id, { author: 'Ada', text: 'Black.' }));
    assert.deepEqual(changesOf(OPEN, answered), [`comment-answered 9 ${name} has one more reply.`]);
    const resolved = applied(answered, resolveComment(analysisOf(answered).document, id));
    assert.deepEqual(changesOf(answered, resolved), [`comment-resolved 9 ${name} is resolved.`]);
    const reopened = applied(resolved, reopenComment(analysisOf(resolved).document, id));
    assert.deepEqual(changesOf(resolved, reopened), [`comment-reopened 9 ${name} is open again.`]);
  });

  it('flag a comment that is resolved while nothing was changed or replied', () => {
    const [silent, ...more] = changesOf(OPEN, RESOLVED);
    assert.match(silent ?? '', /^comment-resolved! .* Its block is as it was, and nothing was replied\.$/);
    assert.deepEqual(more, []);
    const changed = changesOf(OPEN, edited(RESOLVED, ['Tea is boiled,', 'Black tea is boiled,']));
    assert.match(changed[0] ?? '', /^comment-resolved /);
  });

  it('flag a comment that is lost while it is open, and one with other words', () => {
    assert.match(changesOf(OPEN, TEA).join('\n'), /^comment-lost! -9 .* is gone\. It was open\.$/);
    assert.match(changesOf(RESOLVED, TEA).join('\n'), /^comment-lost -9 /);
    const other = changesOf(OPEN, edited(OPEN, ['Which tea?', 'Fine.']));
    assert.match(other.join('\n'), /^comment-changed! 9 /);
  });
});
