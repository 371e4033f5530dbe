/** A comment for a pull request: what it shows, and that no name of a document breaks out of it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { documentChanges } from '../../../src/core/changes/documentChanges';
import { changesMarkdown } from '../../../src/core/changes/markdown';
import { analysisOf, edited, TEA } from './compare';

const markdown = new MarkdownIt({ html: true, linkify: true });
const HOSTILE = [
  '@all',
  '`',
  '``',
  '<img src=x>',
  '[a](b)',
  '![a](b)',
  '#1',
  '**',
  '\\',
  '|',
  'http://a.b',
  '<!--',
  '&lt;',
  'tea',
  ' ',
];

/** The comment about a change of the document about tea. */
function commentOn(after: string, path = 'tea.md'): string {
  const [old, now] = [analysisOf(TEA), analysisOf(after)];
  const document = { before: { path, analysis: old }, after: { path, analysis: now } };
  return changesMarkdown([{ ...document, changes: documentChanges(old, now) }], 'abc123').join('\n');
}

describe('a comment for a pull request', () => {
  it('has what to look at first, and counts', () => {
    const after = edited(TEA, ['- Milk in the tea\n', ''], ['**Author:** Ada', '**Author:** Bob']);
    assert.equal(
      commentOn(after),
      [
        '**2 changes in 1 design doc since `abc123`, 1 to look at.**',
        '',
        '### `tea.md`',
        '',
        'Look at (1):',
        '',
        '- 1 item less in `Non-Goals`: `Milk in the tea`. The section says what must hold. (old line 13)',
        '',
        'Other changes (1):',
        '',
        '- Field `Author` was `Ada`, and is `Bob`. (line 4)',
      ].join('\n'),
    );
    assert.match(
      commentOn(edited(TEA, ['\n## Risks', '\n\n## Risks'])),
      /\n\nNothing in design terms changed\.$/,
    );
  });

  it('shows names as code, whatever they are', () => {
    const names = fc
      .array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 8 })
      .map((all) => all.join(''));
    let shown = 0;
    fc.assert(
      fc.property(names, names, (name, path) => {
        const after = edited(
          TEA,
          ['Warm the pot', `Paint ${name}`],
          ['**Author:** Ada', `**Author:** ${name}`],
        );
        const html = markdown.render(commentOn(after, path));
        const outside = html.replace(/<code>[^<]*<\/code>/g, '');
        assert.doesNotMatch(outside, /@all|<img|<a |<!--|http|#1|&lt;|`/, html);
        if (/Paint/.test(html)) shown++;
      }),
    );
    assert.ok(shown > 30);
  });
});
