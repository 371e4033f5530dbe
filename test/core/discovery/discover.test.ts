import assert from 'node:assert/strict';
import type { ScopeConfig } from '../../../src/core/config/scope';
import { discover } from '../../../src/core/discovery/discover';
import { documentWith, repositoryOf } from './repositories';

const HEADINGS = ['Aim', 'Way', 'Cost'];
const TEMPLATE = documentWith('Title of the note', ['Aim', 'Way', 'Cost (optional)']);
const DOCUMENT = documentWith('Queue', HEADINGS);
const OTHER = documentWith('Tea', ['Kettle', 'Cup', 'Pot']);
const BUNDLED = {
  path: '/bundled/basic.md',
  text: documentWith('{title}', ['Background', 'Plan', 'Risks']),
  bundled: true,
};

function found(texts: Record<string, string>, config?: Partial<ScopeConfig>) {
  return discover(repositoryOf(texts, config), [BUNDLED]);
}

describe('discover', () => {
  describe('finds a template and its documents', () => {
    for (const [name, template, document] of [
      ['side by side', 'rfcs/0000-template.md', 'rfcs/0001-a.md'],
      ['at the root, with the documents in a folder', '0000-template.md', 'text/0001-a.md'],
      ['in another folder', 'guidelines/note_template.md', 'notes/2024/a.md'],
      ['with a number', 'proposals/001-proposal-template.md', 'proposals/002-a.md'],
      ['with a mask for a date', 'docs/proposals/YYYYMMDD-template.md', 'docs/proposals/20240102-a.md'],
      ['as a README in a folder of its own', 'keps/NNNN-template/README.md', 'keps/0001-a/README.md'],
      ['in a folder of templates', 'docs/templates/note.md', 'docs/notes/a.md'],
      ['called a skeleton', 'docs/skeleton.md', 'docs/a.md'],
      ['called by a number of zeros', 'rfcs/0000-my-feature.md', 'rfcs/0001-a.md'],
      ['in capitals', 'docs/decisions/0000-TEMPLATE.md', 'docs/decisions/0001-a.md'],
    ] as const) {
      it(name, () =>
        assert.deepEqual(found({ [template]: TEMPLATE, [document]: DOCUMENT, 'docs/tea.md': OTHER }), {
          templates: [template],
          documents: [document],
        }),
      );
    }
  });

  it('finds a template that a page shows as a fenced block', () => {
    const page = `# How to write a note\n\nCopy this:\n\n\`\`\`markdown\n${TEMPLATE}\`\`\`\n`;
    const texts = { 'rfcs/0000-template.md': page, 'rfcs/0001-a.md': DOCUMENT };
    assert.deepEqual(found(texts), { templates: ['rfcs/0000-template.md'], documents: ['rfcs/0001-a.md'] });
  });

  it('accepts a template without documents where design docs are kept', () => {
    assert.deepEqual(found({ 'rfcs/template.md': TEMPLATE }).templates, ['rfcs/template.md']);
    assert.deepEqual(found({ 'template.md': TEMPLATE }).templates, ['template.md']);
    assert.deepEqual(found({ 'src/mail/template.md': TEMPLATE }).templates, []);
  });

  it('takes the first record of a folder for a document, though its number is zero', () => {
    const names = ['0000-use-madr.md', '0001-a.md', '0002-b.md', '0003-c.md'].map((name) => `rfcs/${name}`);
    const records = Object.fromEntries(names.map((name) => [name, DOCUMENT]));
    const first = DOCUMENT.replace('\n\n', '\n\n<!-- optional elements are left out -->\n\n');
    const texts = { ...records, 'rfcs/template.md': TEMPLATE };
    assert.deepEqual(found(texts), { templates: ['rfcs/template.md'], documents: names });
    assert.deepEqual(found({ ...records, 'rfcs/0000-use-madr.md': first }).templates, []);
  });

  it('accepts a file that does not read like a template only if many documents have its headings', () => {
    const plain = documentWith('Note', HEADINGS);
    const few = { 'rfcs/template.md': plain, 'rfcs/1-a.md': DOCUMENT };
    assert.deepEqual(found(few).templates, []);
    const many = { ...few, 'rfcs/2-b.md': DOCUMENT, 'rfcs/3-c.md': DOCUMENT };
    assert.deepEqual(found(many).templates, ['rfcs/template.md']);
  });

  it('takes a document about templates for a document', () => {
    const texts = {
      'rfcs/0000-template.md': TEMPLATE,
      'rfcs/0012-mail-template-engine.md': documentWith('Mail [draft]', ['Aim', 'Way', 'Cost (optional)']),
    };
    assert.deepEqual(found(texts), {
      templates: ['rfcs/0000-template.md'],
      documents: ['rfcs/0012-mail-template-engine.md'],
    });
  });

  it('takes no file in a folder for templates for a document', () => {
    const texts = {
      'rfcs/0000-template.md': TEMPLATE,
      'docs/templates/other.md': documentWith('Title of <what>', ['Aim', 'Way', 'Cost (optional)', 'More']),
      'docs/templates/0012-text.md': DOCUMENT,
    };
    assert.deepEqual(found(texts), { templates: ['rfcs/0000-template.md'], documents: [] });
    assert.deepEqual(found({ ...texts, 'rfcs/1.md': DOCUMENT }).templates, [
      'rfcs/0000-template.md',
      'docs/templates/other.md',
    ]);
  });

  it('does not take pages that are alike for documents of a page named like a template', () => {
    const pages = Object.fromEntries(
      ['get', 'set', 'template', 'list'].map((name) => [
        `docs/commands/tool-${name}.md`,
        documentWith(name, ['Usage', 'Flags', 'Examples']),
      ]),
    );
    assert.deepEqual(found(pages), { templates: [], documents: [] });
  });

  it('finds documents of a bundled template only where the team has none', () => {
    const document = documentWith('Lamp', ['Background', 'Plan', 'Risks']);
    assert.deepEqual(found({ 'docs/lamp.md': document }).documents, ['docs/lamp.md']);
    assert.deepEqual(found({ 'docs/lamp.md': document, 'rfcs/template.md': TEMPLATE }).documents, []);
    assert.deepEqual(found({ 'lamp/README.md': document }).documents, []);
  });

  it('keeps a long document whose head does not tell', () => {
    const start = documentWith('Long', ['Aim']);
    const long = `${start}\n${'word '.repeat(5000)}\n\n${documentWith('', ['Way', 'Cost'])}`;
    const texts = { 'template.md': TEMPLATE, 'a.md': long, 'b.md': long.replace('Aim', 'Kettle') };
    assert.deepEqual(found(texts).documents, ['a.md']);
  });

  describe('obeys the configuration', () => {
    const texts = {
      'rfcs/template.md': TEMPLATE,
      'rfcs/a.md': DOCUMENT,
      'old/b.md': DOCUMENT,
      'form.md': TEMPLATE,
    };

    it('takes the templates that it names, and no others', () => {
      assert.deepEqual(found(texts, { templates: ['form.md'] }), {
        templates: ['form.md'],
        documents: ['old/b.md', 'rfcs/a.md', 'rfcs/template.md'],
      });
    });
    it('leaves out what it excludes', () => {
      assert.deepEqual(found(texts, { exclude: ['old/**', 'form.md'] }), {
        templates: ['rfcs/template.md'],
        documents: ['rfcs/a.md'],
      });
    });
  });
});
