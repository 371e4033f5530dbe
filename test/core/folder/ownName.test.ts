import assert from 'node:assert/strict';
import { folderOfDocuments, ownName } from '../../../src/core/folder/ownName';

describe('documents with a folder of their own', () => {
  const inOwn = ['rfcs/tides/README.md', 'rfcs/gates/README.md'];

  it('have the name of that folder', () => {
    assert.equal(ownName('rfcs/0007-tides/README.md'), '0007-tides');
    assert.equal(ownName('rfcs/0007-tides.md'), '0007-tides.md');
    assert.equal(ownName('README.md'), '');
  });

  it('are beside documents that have one, too', () => {
    assert.equal(folderOfDocuments('rfcs/tides/README.md', inOwn), 'rfcs');
    assert.equal(folderOfDocuments('tides/README.md', ['tides/README.md', 'gates/README.md']), '');
  });

  it('show by a number that the folder is theirs', () => {
    assert.equal(folderOfDocuments('rfcs/0007-tides/README.md', []), 'rfcs');
  });

  it('are not an index, a document beside others, and one at the root', () => {
    assert.equal(folderOfDocuments('docs/README.md', ['docs/README.md', 'rfcs/tides/README.md']), 'docs');
    assert.equal(folderOfDocuments('rfcs/tides/notes.md', inOwn), 'rfcs/tides');
    assert.equal(folderOfDocuments('README.md', inOwn), '');
  });
});
