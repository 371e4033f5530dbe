/** How a document is called in a list, and how a link to it is written. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { documentLabel } from '../../../src/core/listing/label';
import { linkFrom } from '../../../src/core/listing/linkFrom';
import type { WorkspaceDocument } from '../../../src/core/listing/workspaceDocuments';
import { pathFrom, pathTo } from '../../../src/core/text/paths';

describe('the label of a document', () => {
  for (const [path, number, title, label] of [
    ['docs/0007-tea.md', 7, 'Tea', '0007 Tea'],
    ['docs/0007-tea.md', 7, '7. Tea', '0007 Tea'],
    ['docs/0007-tea.md', 7, 'ADR-7: Tea', '0007 Tea'],
    ['docs/0007-tea.md', 7, 'RFC 0007 – Tea', '0007 Tea'],
    ['docs/0007-tea.md', 7, '7 ways to make tea', '0007 7 ways to make tea'],
    ['docs/0007-tea.md', 7, '0007 Tea', '0007 Tea'],
    ['docs/0007-tea.md', 7, '12 ways to make tea', '0007 12 ways to make tea'],
    ['docs/0007-tea.md', 7, 'Phase 70: Tea', '0007 Phase 70: Tea'],
    ['docs/0007-tea/README.md', 7, 'ADR-7: Tea', '0007 Tea'],
    ['docs/ADR-0007-tea.md', 7, 'ADR 7: Tea', '0007 Tea'],
    ['docs/tea.md', null, '7. Tea', '7. Tea'],
    ['docs/0007-tea.md', 7, '', '0007-tea.md'],
  ] as const) {
    it(`of "${title}" in ${path} is "${label}"`, () => {
      assert.equal(documentLabel({ path, number, ownTitle: title } as WorkspaceDocument), label);
    });
  }
});

describe('a link to a document', () => {
  const path = fc
    .array(
      fc.oneof(fc.stringMatching(/^[a-z (é:#%_*-]{1,6}$/), fc.constantFrom('a', 'b', 'c d', '10%', 'x(1)')),
      { minLength: 1, maxLength: 4 },
    )
    .map((names) => names.map((name) => name.trim() || 'x').join('/'));
  const markdown = new MarkdownIt();

  it('leads to the file from any other one, as markdown-it reads it, and shows the text', () => {
    const text = fc.stringMatching(/^[a-zA-Z0-9[\]`*_<&\\]{1,12}$/);
    fc.assert(
      fc.property(path, path, text, (from, to, label) => {
        const [token] = markdown.parseInline(linkFrom(from, to, label), {})[0]?.children ?? [];
        const address = decodeURIComponent(String(token?.attrGet('href')));
        assert.equal(pathFrom(from, address), to);
        const shown = markdown.parseInline(linkFrom(from, to, label), {})[0]?.children ?? [];
        assert.equal(shown.map(({ content }) => content).join(''), label);
      }),
    );
  });

  it('is relative to the folder of the other file', () => {
    assert.equal(linkFrom('', 'docs/a.md', 'A'), '[A](docs/a.md)');
    assert.equal(linkFrom('docs/b.md', 'docs/a.md', 'A [1]'), '[A \\[1\\]](a.md)');
    assert.equal(pathTo('docs/x/b.md', 'docs/a.md'), '../a.md');
  });
});
