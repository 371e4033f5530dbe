import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { folderWith, run, runJson } from './program';
import { CLEAN, TEMPLATE } from './texts';

describe('the configuration', () => {
  const SECRET = 'root:x:0:0:secret';

  /** What a command says of a configuration that is wrong. */
  function refused(folder: string, ...words: string[]): string {
    const { status, stdout, stderr } = run(folder, 'check', ...words);
    assert.deepEqual([status, stdout], [2, ''], stderr);
    assert.doesNotMatch(stderr, /secret|bug/);
    return stderr;
  }

  it('may have comments, and every error has its line and column', () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': CLEAN });
    const write = (text: string | Uint8Array): void =>
      fs.writeFileSync(path.join(folder, '.design-docs.json'), text);
    write('\uFEFF{ // ours\n  "rules": { "empty-section": "off", },\n}\n');
    assert.equal(run(folder, 'check').status, 0);
    write('{\n  "rules": { "empty-section": "of" }\n}\n');
    assert.match(
      refused(folder),
      /^design-docs: \.design-docs\.json:2:31: "rules\.empty-section" must be one of/,
    );
    write('{\n  "exclude": ["docs/**", "docs/[ab].md"]\n}\n');
    assert.match(
      refused(folder),
      /^design-docs: \.design-docs\.json:2:26: the glob "docs\/\[ab\]\.md" in "exclude\[1\]" has a "\["/,
    );
    write(`{\n  "rules": ${SECRET}\n}\n`);
    assert.match(refused(folder), /^design-docs: \.design-docs\.json:2:12: not valid JSON: expected/);
    write(Buffer.from('{ "author": "caf\u00e9" }', 'latin1'));
    assert.match(refused(folder), /^design-docs: \.design-docs\.json is not valid UTF-8\. Convert it/);
  });

  it('names no template that is not there', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.design-docs.json': '{\n  "templates": [\n    "plans/ours.md",\n    "plans/gone.md"\n  ]\n}\n',
      'plans/ours.md': TEMPLATE,
      'rfcs/1.md': CLEAN,
    });
    assert.match(
      refused(path.join(folder, 'rfcs')),
      /^design-docs: \.\.\/\.design-docs\.json:4:5: "templates\[1\]" names no file: there is no "plans\/gone\.md"\.$/m,
    );
    fs.mkdirSync(path.join(folder, 'plans/gone.md'));
    assert.match(refused(folder), /names no file/, 'a folder');
    fs.rmdirSync(path.join(folder, 'plans/gone.md'));
    const outside = folderWith({ 'secret.md': TEMPLATE });
    fs.symlinkSync(path.join(outside, 'secret.md'), path.join(folder, 'plans/gone.md'));
    assert.match(refused(folder), /names no file/, 'a link that leads out');
    fs.rmSync(path.join(folder, 'plans/gone.md'));
    fs.writeFileSync(path.join(folder, 'plans/gone.md'), TEMPLATE);
    assert.equal(run(folder, 'check').status, 0);
  });

  it('may name a template that is hidden, or that git ignores', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.gitignore': '.github\n',
      '.design-docs.json': '{ "templates": ["./.github/DESIGN.md"] }',
      '.github/DESIGN.md': TEMPLATE,
      'rfcs/1.md': CLEAN,
    });
    const { documents } = runJson<{ documents: { template: string }[] }>(folder, 'check');
    assert.deepEqual(
      documents.map(({ template }) => template),
      ['DESIGN'],
    );
  });

  it('is no link that leads out of the workspace, or nowhere', function () {
    const outside = folderWith({ passwd: `${SECRET}\n`, 'good.json': '{}' });
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': CLEAN, 'own.json': '{}' });
    const link = path.join(folder, '.design-docs.json');
    for (const target of [path.join(outside, 'passwd'), path.join(outside, 'good.json'), 'gone.json', link]) {
      try {
        fs.symlinkSync(target, link);
      } catch {
        this.skip();
      }
      assert.match(
        refused(folder),
        /^design-docs: \.design-docs\.json is a symbolic link that leads to no file of/,
      );
      fs.rmSync(link);
    }
    fs.symlinkSync('own.json', link);
    assert.equal(run(folder, 'check').status, 0);
    assert.equal(run(folder, 'check', '--config', path.join(outside, 'good.json')).status, 0);
    assert.match(refused(folder, '--config', path.join(outside, 'passwd')), /passwd:1:1: not valid JSON/);
  });
});
