import assert from 'node:assert/strict';
import { explainNothing } from '../../../src/core/discovery/explain';

describe('explainNothing', () => {
  const explain = (files: readonly string[], templates: readonly string[] = []): string =>
    explainNothing(files, templates, ['design', 'rfc']).join('\n');

  it('says that there is no file', () => {
    assert.match(explain([]), /there is no Markdown file here/);
  });
  it('says that there is only a template', () => {
    assert.match(explain([], ['t.md']), /there is no document beside t\.md/);
  });
  it('names the templates that no document follows', () => {
    assert.match(
      explain(['a.md', 'b.md'], ['t.md']),
      /none of 2 Markdown files follows a template\.\nFound t\.md/,
    );
  });
  it('names files that are called templates, and how to use one', () => {
    const text = explain(['docs/mail-template.md', 'docs/a.md']);
    assert.match(text, /Named as a template, but without documents: docs\/mail-template\.md\./);
    assert.match(text, /\.design-docs\.json: \{"templates":\["docs\/mail-template\.md"\]\}/);
  });
  it('names documents in folders for design docs', () => {
    const files = ['rfcs/1.md', 'rfcs/2.md', 'rfcs/3.md', 'rfcs/4.md', 'rfcs/5.md'];
    assert.match(
      explain(files),
      /In a folder for design docs: rfcs\/1\.md, rfcs\/2\.md, rfcs\/3\.md and 2 more\./,
    );
    assert.match(explain(files), /the bundled ones are design, rfc\./);
  });
});
