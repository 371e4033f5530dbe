import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { folderWith, run, textOf } from './program';
import { CLEAN, TEMPLATE } from './texts';

describe('init', () => {
  const named = (folder: string): unknown => JSON.parse(textOf(folder, '.design-docs.json'));

  it('shows each template with its documents, and names the templates in the configuration', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      'a/rfcs/template.md': TEMPLATE.replace('Proposal', 'Idea'),
      'b/rfcs/template.md': TEMPLATE,
      'b/rfcs/1.md': CLEAN,
      'b/rfcs/2.md': CLEAN,
    });
    const { status, stdout } = run(folder, 'init');
    assert.deepEqual(
      [status, stdout],
      [0, 'template (b/rfcs/template.md): 2 documents\n.design-docs.json\n'],
    );
    assert.deepEqual(named(folder), { templates: ['b/rfcs/template.md', 'a/rfcs/template.md'] });
    assert.equal(run(folder, 'check').status, 0);
  });

  it('keeps a configuration that exists', () => {
    const config = '{ "templates": ["rfcs/template.md"] }';
    const folder = folderWith({
      '.design-docs.json': config,
      'rfcs/template.md': TEMPLATE,
      'rfcs/1.md': CLEAN,
    });
    const { stderr } = run(folder, 'init');
    assert.match(stderr, /^\.design-docs\.json exists, so nothing was written\.$/m);
    assert.equal(textOf(folder, '.design-docs.json'), config);
  });

  it('writes nothing where no template was found, and says why', () => {
    const folder = folderWith({
      'docs/a.md': '# Tea\n\n## Kettle\n',
      'docs/mail-template.md': '# Mail\n\n## Text\n',
    });
    const { status, stdout, stderr } = run(folder, 'init');
    assert.deepEqual([status, stdout], [0, '']);
    assert.match(stderr, /^Nothing was checked: none of 2 Markdown files follows a template\.$/m);
    assert.match(stderr, /^Named as a template, but without documents: docs\/mail-template\.md\.$/m);
    assert.match(stderr, /write \.design-docs\.json: \{"templates":\["docs\/mail-template\.md"\]\}$/m);
    assert.equal(existsSync(path.join(folder, '.design-docs.json')), false);
  });
});

describe('a check of nothing', () => {
  it('explains, for the given folders', () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': CLEAN, 'docs/a.md': '# Tea\n' });
    const { status, stderr } = run(folder, 'check', 'docs');
    assert.equal(status, 0);
    assert.match(
      stderr,
      /^Nothing was checked: the only Markdown file follows no template\.\nFound rfcs\/template\.md\./,
    );
  });
});
