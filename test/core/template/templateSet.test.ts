import assert from 'node:assert/strict';
import { defaultTemplate, readTemplates, templatesFor } from '../../../src/core/template/templateSet';

const file = (path: string, text: string, bundled = false, preference?: number) => ({
  path,
  text,
  bundled,
  ...(preference !== undefined && { preference }),
});
const ALIASES =
  '<!-- design-docs: aliases Overview, Goals -->\n## Summary (Required)\n\n## Tests (Required)\n';
const bundled = file('/x/design.md', `# Design: <x>\n\n${ALIASES}`, true);

describe('readTemplates', () => {
  it('omits files without sections', () => {
    assert.deepEqual(readTemplates([file('docs/template.md', '# Only a title\n')]), []);
  });

  it('adds the aliases of a bundled section with the same name, except names that the template uses', () => {
    const sources = readTemplates([file('docs/a-template.md', '# A\n\n## SUMMARY\n\n### Goals\n'), bundled]);
    const own = sources.find((source) => !source.bundled);
    assert.deepEqual(
      own?.template.specs.map(({ title, aliases }) => [title, aliases]),
      [
        ['SUMMARY', ['Overview']],
        ['Goals', []],
      ],
    );
    assert.equal(own?.template.specs[1]?.parent, own?.template.specs[0]);
    assert.equal(own?.template.sections[0], own?.template.specs[0]);
  });

  it('omits marks for all templates of a folder if one of them says so', () => {
    const sources = readTemplates([
      file('docs/a-template.md', '# A\n\nOMIT the suffixes.\n\n## B\n'),
      file('docs/b-template.md', '# A\n\n## B (Required)\n'),
      file('other/c-template.md', '# A\n\n## B (Required)\n'),
    ]);
    assert.deepEqual(
      sources.map(({ path, template }) => [path, template.omitMarks]),
      [
        ['docs/a-template.md', true],
        ['docs/b-template.md', true],
        ['other/c-template.md', false],
      ],
    );
  });
});

describe('templatesFor', () => {
  const sources = readTemplates([
    bundled,
    file('/x/rfc.md', '# RFC: <x>\n\n## A\n', true),
    file('docs/adr-template.md', '# ADR: <x>\n\n## A\n'),
    file('docs/design_docs/design-template.md', '# Design: <x>\n\n## A\n'),
    file('named-template.md', '# N: <x>\n\n## A\n', false, 0),
  ]);
  const names = (path: string) => templatesFor(sources, path).map((source) => source.path);

  it('prefers configured templates, then near ones, then bundled ones', () => {
    assert.deepEqual(names('docs/design_docs/0001-x.md'), [
      'named-template.md',
      'docs/design_docs/design-template.md',
      'docs/adr-template.md',
      '/x/rfc.md',
    ]);
  });

  it('uses the first one for a new document', () => {
    assert.equal(defaultTemplate(sources, 'docs/x.md')?.path, 'named-template.md');
    assert.equal(defaultTemplate(readTemplates([bundled]), 'docs/x.md')?.path, '/x/design.md');
    assert.equal(defaultTemplate([], 'docs/x.md'), undefined);
  });

  it("uses the bundled one that a folder follows, but not instead of a configured one or the folder's own", () => {
    const own = sources.filter(({ preference }) => preference === undefined);
    const pathFor = (from: typeof own, path: string): string | undefined =>
      defaultTemplate(from, path, 'rfc')?.path;
    assert.equal(pathFor(own, 'docs/rfcs/0001-x.md'), '/x/rfc.md');
    assert.equal(pathFor(own, 'docs/0001-x.md'), 'docs/adr-template.md');
    assert.equal(pathFor(sources, 'docs/rfcs/0001-x.md'), 'named-template.md');
  });
});
