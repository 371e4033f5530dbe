import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { documentTitle } from '../../../src/core/folder/documentTitle';

describe('the title of a document', () => {
  for (const [text, expected] of [
    ['---\ntitle: "Tea: green"\n---\n\n# Kettle\n', 'Kettle'],
    ['---\ntitle: "Tea: green" # hot\n---\n\n## Summary\n', 'Tea: green'],
    ['---\nTitle: >-\n  A long\n  name\n---\n\n## A\n\n## B\n', 'A long name'],
    ['+++\ntitle = "Tea"\n+++\n\n## A\n\n## B\n', 'Tea'],
    ['**Title:** Tea\n\n## A\n\n## B\n', 'Tea'],
    ['---\nstatus: draft\n---\n\n## A\n\n## B\n', ''],
    ['Title: Lazy loading\nStatus: Draft\n\n# Abstract\n\nA.\n\n# Background\n\nB.\n', 'Lazy loading'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(documentTitle(parseDocument(text)), expected));
  }
});
