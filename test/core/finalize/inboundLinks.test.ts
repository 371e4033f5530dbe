import assert from 'node:assert/strict';
import { inboundLinks } from '../../../src/core/finalize/inboundLinks';

describe('inboundLinks', () => {
  const path = 'docs/0007-tea.md';
  const anchorsIn = (text: string, place: string) =>
    inboundLinks(text, place, path).map(({ line, anchor }) => `${line} ${anchor}`);

  it('finds links to headings of the document, however the path is written', () => {
    const text =
      '[a](0007-tea.md#one) [b](./0007-tea.md#tw%6F)\n\n<a href="../docs/0007-tea.md#three">x</a>\n\n[c](/docs/0007-tea#four) [d][r] [e](0008-tea.md#no) [f](0007-tea.md)\n\n[r]: 0007-tea.md#five\n';
    assert.deepEqual(anchorsIn(text, 'docs/b.md'), ['0 one', '0 two', '2 three', '4 four', '6 five']);
    assert.deepEqual(anchorsIn(text, path), []);
    assert.deepEqual(anchorsIn('[a](docs/0007-tea.md#one) [b](0007-tea.md#no)', 'README.md'), ['0 one']);
  });

  it('finds links to a folder for its page', () => {
    const found = inboundLinks(
      '[a](../tea/#one) [b](../pot/#two)',
      'keps/pot/README.md',
      'keps/tea/README.md',
    );
    assert.deepEqual(
      found.map(({ anchor }) => anchor),
      ['one'],
    );
  });
});
