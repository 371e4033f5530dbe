import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { documentTitle } from '../../../src/core/template/documentTitle';

describe('the title of a document', () => {
  for (const [text, expected] of [
    ['---\ntitle: "Tea: green"\n---\n\n# Kettle\n', 'Kettle'],
    ['---\ntitle: "Tea: green" # hot\n---\n\n## Summary\n', 'Tea: green'],
    ['---\nTitle: >-\n  A long\n  name\n---\n\n## A\n\n## B\n', 'A long name'],
    ['+++\ntitle = "Tea"\n+++\n\n## A\n\n## B\n', 'Tea'],
    ['**Title:** Tea\n\n## A\n\n## B\n', ''],
    ['---\nstatus: draft\n---\n\n## A\n\n## B\n', ''],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(documentTitle(parseDocument(text)), expected));
  }
});
