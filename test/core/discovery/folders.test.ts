import assert from 'node:assert/strict';
import { documentFolders } from '../../../src/core/discovery/folders';

describe('documentFolders', () => {
  const folders = (documents: readonly string[], templates: readonly string[] = []): string[] =>
    documentFolders([], { documents, templates });

  it('count other files in folders with a usual name', () => {
    const files = ['docs/adr/1.md', 'docs/a.md', 'docs/adr/README.md'];
    assert.deepEqual(documentFolders(files, { documents: [], templates: [] }), ['docs/adr']);
  });

  it('are those with a usual name, or else the own folders of documents', () => {
    assert.deepEqual(folders(['docs/rfcs/2024/1.md', 'text/2.md', 'text/3.md']), ['text', 'docs/rfcs']);
  });
  it('for a README, are those around its own folder', () => {
    assert.deepEqual(folders(['keps/1-a/README.md', 'keps/2-b/README.md']), ['keps']);
  });
  it('include the folders of templates that have a usual name', () => {
    assert.deepEqual(folders([], ['rfcs/template.md', 'guidelines/template.md']), ['rfcs']);
  });
  it('leave out those of plans of other tools', () => {
    assert.deepEqual(folders(['rfcs/1.md', '.kiro/specs/a/tasks.md']), ['rfcs']);
  });
  it('leave out folders inside of others', () => {
    assert.deepEqual(folders(['a.md', 'b/c.md']), ['']);
  });
});
