import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { stageOf } from '../../../src/core/status/stage';
import { readTemplate } from '../../../src/core/template/template';

const template = readTemplate('# <Title>\n\n## Status\n\nProposed\n\n## C (required)\n', 'adr.md');
const of = (text: string, environment = {}) =>
  stageOf(parseDocument(text), { template, named: true }, environment);

describe('a document that was given up', () => {
  it('is dead in an archive, whatever the status says', () => {
    const inFolder = (path: string): string => of('# A\n\nStatus: Draft\n\n## C\n', { path });
    for (const path of [
      'rfcs/archive/a.md',
      'Archived/b/a.md',
      'docs/rejected/a.md',
      'docs/veraltet/a.md',
      'stale/a.md',
    ])
      assert.equal(inFolder(path), 'dead', path);
    for (const path of ['archive.md', 'rfcs/rejected.md', 'archiver/a.md', 'rfcs/not-rejected/a.md'])
      assert.equal(inFolder(path), 'draft', path);
  });

  it('is dead if the text says so before the first section and there is no status', () => {
    const saying = (text: string, more = ''): string => of(`# A\n\n${text}\n\n## C\n${more}`);
    for (const text of [
      'This proposal will not be adopted.',
      'This proposal will most likely not be\nadopted. It is an example.',
      'Note: this design doc was superseded by 0012.',
      '**This RFC has been withdrawn.**',
    ])
      assert.equal(saying(text), 'dead', text);
    for (const text of [
      'This proposal will be adopted soon.',
      'This proposal is dead simple.',
      'This proposal is not implemented yet.',
      'What this proposal has to say: the old one was withdrawn.',
      'Status: Draft\n\nThis proposal was withdrawn.',
    ])
      assert.equal(saying(text), 'draft', text);
    assert.equal(saying('Tea.', '\nThis proposal was withdrawn.\n'), 'draft');
  });
});
