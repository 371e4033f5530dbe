import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { readTemplate } from '../../src/core/template/template';
import { bundledTemplates } from '../../src/node/install';
import { READY_TEMPLATES, readyTemplates } from '../../src/node/readyTemplates';
import { bundle, folderWith, SLOW } from '../cli/program';

describe('the templates that are read when the program is built', function () {
  this.timeout(SLOW);

  const files = bundledTemplates().map((file) => ({
    path: file,
    text: fs.readFileSync(file, 'utf8'),
    bundled: true,
  }));

  it('are what reading them gives', () => {
    const ready = readyTemplates(path.dirname(bundle()));
    assert.ok(files.length > 3);
    for (const file of files) {
      const template = ready(file) ?? assert.fail();
      assert.deepStrictEqual(template, readTemplate(file.text, path.basename(file.path)));
      assert.ok(template.sections.every((section) => template.specs.includes(section)));
    }
  });

  it('are read anew where a file has changed', () => {
    const ready = readyTemplates(path.dirname(bundle()));
    for (const file of files) assert.equal(ready({ ...file, text: `${file.text}\n` }), undefined);
    assert.equal(ready({ ...(files[0] ?? assert.fail()), path: 'other.md' }), undefined);
  });

  it('are read anew where they are missing or damaged', () => {
    const bytes = fs.readFileSync(path.join(path.dirname(bundle()), READY_TEMPLATES));
    const folder = folderWith({ [READY_TEMPLATES]: bytes.subarray(0, bytes.length / 2) });
    for (const place of [folder, path.join(folder, 'none')]) {
      const ready = readyTemplates(place);
      for (const file of files) assert.equal(ready(file), undefined);
    }
  });
});
