import assert from 'node:assert/strict';
import type { OfferedTemplates } from '../../../src/core/discovery/offered';
import { offeredTemplates } from '../../../src/core/discovery/offered';
import { readTemplates } from '../../../src/core/template/templateSet';

const TEXT = '# T\n\n## A\n\n## B\n';
const bundled = ['adr.md', 'design.md', 'rfc.md'].map((path) => ({ path, text: TEXT, bundled: true }));

function offered(own: readonly string[], folder = '', used: readonly string[] = []): OfferedTemplates {
  const files = own.map((path) => ({ path, text: TEXT, bundled: false }));
  return offeredTemplates(readTemplates([...files, ...bundled]), folder, used);
}

function names({ sources }: OfferedTemplates): string[] {
  return sources.map(({ template }) => template.name);
}

describe('the templates for a new document', () => {
  it('start with the bundled one that the documents follow, else the default', () => {
    assert.deepEqual(names(offered([])), ['design', 'adr', 'rfc']);
    assert.deepEqual(names(offered([], '', ['rfc', 'adr'])), ['rfc', 'adr', 'design']);
  });

  it('start with the one of the team that is nearest, or of several as near, that the documents follow', () => {
    const own = ['docs/a-template.md', 'docs/b-template.md', 'notes/c-template.md'];
    assert.equal(names(offered(own, 'notes'))[0], 'c');
    assert.equal(names(offered(own, 'docs'))[0], 'a');
    assert.equal(names(offered(own, 'docs', ['b']))[0], 'b');
    assert.equal(names(offered(own, 'notes', ['b']))[0], 'c');
  });

  it('leave no choice if the team has exactly one, and its documents follow no other', () => {
    assert.equal(offered([]).isSettled, false);
    assert.equal(offered(['docs/a-template.md']).isSettled, true);
    assert.equal(offered(['docs/a-template.md'], '', ['a']).isSettled, true);
    assert.equal(offered(['docs/a-template.md'], '', ['a', 'design']).isSettled, false);
    assert.equal(offered(['docs/a-template.md', 'docs/b-template.md']).isSettled, false);
  });
});
