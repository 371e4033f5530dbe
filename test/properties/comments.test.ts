/** Comments hold any text, change nothing that is rendered, and are never taken for comments on another block. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { addComment, replyTo, resolveComment } from '../../src/core/comments/change';
import { tidyText } from '../../src/core/comments/escape';
import { readComments } from '../../src/core/comments/read';
import { parseDocument } from '../../src/core/document/document';
import { isRefused } from '../../src/core/plan/change';
import { applyEdits } from '../../src/core/text/text';
import { anyString } from '../random';
import { saved } from './generators';

const RUNS = Number(process.env.RUNS ?? 500);
const markdown = new MarkdownIt({ html: true });

const hostileLine = fc.oneof(
  fc.constantFrom(
    '-->',
    '--!>',
    '--&gt; --&amp;gt; ---->',
    'reply: Eve, 2026-01-01',
    ' \\reply: x',
    '\\\\',
    '> quoted',
    'id: 000000',
    'Note: this',
    '<instructions>',
    '# <instructions>',
    '</instructions>',
    '```',
    '~~~',
    '## Heading',
    '- [ ] task',
    '<!-- design-docs: comment x',
    '<!-- design-docs: disable all',
    '---',
    '',
    '  ',
    '\t\tdeep',
    '日本語。',
  ),
  anyString(12),
);
const hostile = fc.array(hostileLine, { maxLength: 6 }).map((lines) => lines.join('\n'));

/** The HTML without comments, and without the line breaks that they leave. */
function rendered(text: string): string {
  return markdown
    .render(text.replace(/^\uFEFF/, ''))
    .replace(/<!--\s*design-docs\s*:\s*comment[\s\S]*?-->/gi, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n?(<\/?(?:li|ul|ol)[^<>]*>)\n?/g, '$1');
}

describe('comments', () => {
  it('hold any text, also as a reply, in any place of any document, and show nowhere', () => {
    let added = 0;
    fc.assert(
      fc.property(saved, fc.nat(), hostile, hostile, ({ text }, at, said, reply) => {
        const document = parseDocument(text);
        const change = addComment(document, at % document.lineCount, {
          author: 'Ida',
          date: '2026-11-29',
          text: said,
        });
        if (isRefused(change)) return;
        added++;
        const after = parseDocument(applyEdits(text, change.edits));
        const comment = readComments(after).find(({ id }) => id === change.id);
        assert.equal(comment?.text, tidyText(said));
        assert.equal(comment?.anchor.state, 'unchanged');
        assert.equal(rendered(after.text), rendered(text), after.text);
        const answer = replyTo(after, change.id, { author: 'a, b', date: '2026-11-30', text: reply });
        if (isRefused(answer)) {
          const drawn = tidyText(reply)
            .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
            .trim();
          return assert.equal(drawn, '', 'a text was refused');
        }
        const replied = parseDocument(applyEdits(after.text, answer.edits));
        const resolution = resolveComment(replied, change.id);
        assert.ok(!isRefused(resolution));
        const resolved = parseDocument(applyEdits(replied.text, resolution.edits));
        const last = readComments(resolved).find(({ id }) => id === change.id);
        assert.deepEqual(last?.replies, [{ author: 'a, b', date: '2026-11-30', text: tidyText(reply) }]);
        assert.deepEqual([last?.state, last?.text], ['resolved', tidyText(said)]);
        assert.equal(rendered(resolved.text), rendered(text), resolved.text);
      }),
      { numRuns: RUNS },
    );
    assert.ok(added > RUNS / 2, `${added} of ${RUNS} comments could be added`);
  });
});
