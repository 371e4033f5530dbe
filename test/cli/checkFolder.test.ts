import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ENVIRONMENT, folderWith, runJson } from './program';
import { CLEAN, TEMPLATE } from './texts';

interface Report {
  readonly documents: readonly { readonly path: string }[];
}

const paths = (report: Report): string[] => report.documents.map((document) => document.path);

describe('check: the files of a folder', () => {
  it('follows no symbolic link out of a folder', function () {
    const outside = folderWith({ 'rfcs/0001.md': CLEAN });
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    try {
      fs.symlinkSync(path.join(outside, 'rfcs'), path.join(folder, 'rfcs', 'linked'));
      fs.symlinkSync(path.join(outside, 'rfcs', '0001.md'), path.join(folder, 'rfcs', 'linked.md'));
    } catch {
      this.skip();
    }
    assert.deepEqual(paths(runJson(folder, 'check')), []);
  });

  it('leaves out what git ignores, unless it is asked for by name', function () {
    const folder = folderWith({
      '.gitignore': 'build/\n',
      'rfcs/template.md': TEMPLATE,
      'rfcs/1.md': CLEAN,
      'build/rfcs/1.md': CLEAN,
    });
    if (spawnSync('git', ['init', '-q'], { cwd: folder, env: ENVIRONMENT }).status !== 0) this.skip();
    assert.deepEqual(paths(runJson(folder, 'check')), ['rfcs/1.md']);
    assert.deepEqual(paths(runJson(folder, 'check', '.')), ['rfcs/1.md']);
    assert.deepEqual(paths(runJson(folder, 'check', 'build')), ['build/rfcs/1.md']);
    assert.deepEqual(paths(runJson(path.join(folder, 'rfcs'), 'check')), ['1.md']);
  });
});
