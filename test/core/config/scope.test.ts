import assert from 'node:assert/strict';
import { isCandidate, isDesignDoc, isDesignFolder, isTemplate } from '../../../src/core/config/scope';

describe('isDesignDoc', () => {
  for (const path of [
    'docs/design_docs/0001-tea.md',
    'docs/design-docs/0001-tea.md',
    'docs/designs/a/b/0001-tea.md',
    'Docs/Design/tea.MD',
    'rfcs/text/0001-tea.markdown',
    'docs/adr/0001-tea.md',
    './proposals/tea.md',
    'docs/design_docs/0012-email-templates.md',
  ]) {
    it(path, () => assert.ok(isDesignDoc(path)));
  }

  for (const path of [
    'docs/tea.md',
    'design.md',
    'docs/design_docs/README.md',
    'docs/design_docs/readme.md',
    'docs/design_docs/AGENTS.md',
    'docs/design_docs/CLAUDE.md',
    'docs/design_docs/CHANGELOG.md',
    'docs/design_docs/CONTRIBUTING.md',
    'docs/design_docs/design_template.md',
    'docs/adr/adr-template-bare.md',
    'docs/design_docs/tea.txt',
    'docs/design_docs/tea',
    'redesign/tea.md',
  ]) {
    it(`not ${path}`, () => assert.equal(isDesignDoc(path), false));
  }
});

describe('isTemplate', () => {
  for (const path of [
    'template.md',
    'docs/design_docs/design_template.md',
    'docs/templates/adr-template.md',
    'rfcs/0000-template.md',
    '.specify/templates/spec-template.md',
  ]) {
    it(path, () => assert.ok(isTemplate(path)));
  }

  for (const path of [
    'src/email-template.md',
    'docs/template.html',
    'docs/design_docs/0012-email-templates.md',
  ]) {
    it(`not ${path}`, () => assert.equal(isTemplate(path), false));
  }
});

it('a candidate may be anywhere, a design folder has a usual name', () => {
  assert.ok(isCandidate('a/b/tea.md'));
  assert.equal(isCandidate('a/b/LICENSE.md'), false);
  assert.ok(isDesignFolder('docs/RFCs'));
  assert.equal(isDesignFolder('docs'), false);
});
