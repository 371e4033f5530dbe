import assert from 'node:assert/strict';
import * as path from 'node:path';
import { folderWith, runJson, SLOW } from './program';
import { CLEAN, TEMPLATE } from './texts';

describe('the paths of a command', function () {
  this.timeout(SLOW);

  it("counts the project's globs from its root, whichever folder is asked for", () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.design-docs.json': '{"exclude":["docs/rfcs/1.md"]}',
      'docs/rfcs/template.md': TEMPLATE,
      'docs/rfcs/1.md': CLEAN,
      'docs/rfcs/2.md': CLEAN,
    });
    for (const [place, asked] of [
      ['', '.'],
      ['', 'docs/rfcs'],
      ['docs', 'rfcs'],
      ['docs/rfcs', '.'],
    ] as const) {
      const report = runJson<{ documents: { path: string }[] }>(path.join(folder, place), 'check', asked);
      assert.deepEqual(
        report.documents.map((document) => path.join(place, document.path)),
        [path.join('docs/rfcs/2.md')],
        asked,
      );
    }
  });
});
