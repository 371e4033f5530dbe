/** What is cached of an analysis, and shown of a document in lists. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { summaryOf } from '../../../src/core/json/summary';

function openCommentsIn(...comments: readonly string[]): number {
  const text = `# Tea\n\nBoil it.\n${comments.join('\n')}\n`;
  return summaryOf(analyze(text, { templates: [], today: '2026-11-22' })).openComments;
}

describe('the summary of a document', () => {
  it('counts the comments that are open, and those with a fault', () => {
    const open = '<!-- design-docs: comment Why? -->';
    const resolved = '<!-- design-docs: comment\nstate: resolved\n\nHow?\n-->';
    assert.equal(openCommentsIn(), 0);
    assert.equal(openCommentsIn('<!-- a comment -->'), 0);
    assert.equal(openCommentsIn(resolved), 0);
    assert.equal(openCommentsIn(open, resolved, open.replace('Why', 'When')), 2);
    assert.equal(openCommentsIn(resolved.replace('resolved', 'settled')), 1);
  });
});
