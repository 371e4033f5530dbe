import assert from 'node:assert/strict';
import {
  isCandidate,
  isDesignDoc,
  isDesignFolder,
  isExpected,
  saysTemplate,
} from '../../../src/core/config/scope';

const BUNDLED = { bundled: true };
const OWN = {};

describe('isExpected', () => {
  for (const path of [
    'docs/design_docs/0001-tea.md',
    'docs/design-docs/0001-tea.md',
    'docs/designs/a/b/0001-tea.md',
    'Docs/Design/tea.MD',
    'rfcs/text/0001-tea.markdown',
    'docs/adr/0001-tea.md',
    './proposals/tea.md',
  ]) {
    it(path, () => assert.ok(isExpected(path)));
  }

  for (const path of [
    'docs/tea.md',
    'design.md',
    'docs/design_docs/README.md',
    'docs/design_docs/readme.md',
    'docs/design_docs/AGENTS.md',
    'docs/design_docs/CONTRIBUTING.md',
    'docs/design_docs/design_template.md',
    'docs/adr/adr-template-bare.md',
    'docs/design_docs/tea.txt',
    'docs/design_docs/tea',
    'redesign/tea.md',
  ]) {
    it(`not ${path}`, () => assert.equal(isExpected(path), false));
  }

  it('what the project includes, and nothing that it excludes', () => {
    const config = { include: ['notes/**'], exclude: ['notes/old/**'], templates: ['notes/form.md'] };
    assert.ok(isExpected('notes/README.md', config));
    assert.equal(isExpected('notes/old/a.md', config), false);
    assert.equal(isExpected('notes/form.md', config), false);
  });
});

describe('isDesignDoc', () => {
  it('any file that follows a template', () => {
    assert.ok(isDesignDoc('a/b/tea.md', OWN));
    assert.ok(isDesignDoc('a/b/tea.md', BUNDLED));
  });
  it('a README only if it follows a template of the team, or is included', () => {
    assert.ok(isDesignDoc('keps/0001-tea/README.md', OWN));
    assert.equal(isDesignDoc('keps/0001-tea/README.md', BUNDLED), false);
    const config = { include: ['keps/**'], exclude: [], templates: [] };
    assert.ok(isDesignDoc('keps/0001-tea/README.md', BUNDLED, config));
  });
  it('nothing that the project excludes', () => {
    assert.equal(isDesignDoc('a/tea.md', OWN, { include: [], exclude: ['a/**'], templates: [] }), false);
  });
});

describe('saysTemplate', () => {
  for (const [path, expected] of [
    ['template.md', 'certain'],
    ['docs/design_docs/design_template.md', 'certain'],
    ['docs/templates/adr-template.md', 'certain'],
    ['rfcs/0000-template.md', 'certain'],
    ['docs/RFCS/00000000_template.md', 'certain'],
    ['keps/NNNN-kep-template/README.md', 'certain'],
    ['rfcs/0000-my-feature.md', 'zero'],
    ['docs/decisions/0000-use-madr.md', 'zero'],
    ['docs/decisions/1000-use-madr.md', undefined],
    ['proposals/YYYYMMDD-template.md', 'certain'],
    ['docs/RfcTemplate.md', 'certain'],
    ['src/email-template.md', 'certain'],
    ['proposals/001-proposal-template.md', 'numbered'],
    ['proposals/20200511-fast-template-processing.md', 'numbered'],
    ['docs/templates/adr.md', 'possible'],
    ['docs/example.md', 'possible'],
    ['docs/design_docs/0012-email-templates.md', 'possible'],
    ['docs/template.html', undefined],
    ['docs/tea.md', undefined],
    ['docs/0001-tea.md', undefined],
    ['docs/contemplate.md', undefined],
    ['keps/0001-tea/README.md', undefined],
  ] as const) {
    it(`${path}: ${expected ?? 'no'}`, () => assert.equal(saysTemplate(path), expected));
  }
});

it('a candidate may be anywhere, a design folder has a usual name', () => {
  assert.ok(isCandidate('a/b/tea.md'));
  assert.equal(isCandidate('a/b/tea.txt'), false);
  assert.ok(isDesignFolder('docs/RFCs'));
  assert.equal(isDesignFolder('docs'), false);
});
