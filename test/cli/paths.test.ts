import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { bundle, ENVIRONMENT, folderWith, run, runJson } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

describe('the paths of a command', () => {
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

  it('leave out what .gitignore names, without git, too, but not a folder that is asked for', () => {
    const files = {
      '.gitignore': 'gen\n',
      'rfcs/template.md': TEMPLATE,
      'rfcs/1.md': CLEAN,
      'rfcs/gen/2.md': CLEAN,
      'rfcs/.gitignore': '3.md',
      'rfcs/3.md': CLEAN,
    };
    const env = { ...ENVIRONMENT, PATH: path.dirname(process.execPath) };
    const repositories: Readonly<Record<string, string>>[] = [{}, { '.git/HEAD': '' }];
    for (const head of repositories) {
      const folder = folderWith({ ...files, ...head });
      const paths = (...words: string[]): string[] => {
        const all = [bundle(), 'check', '--format', 'json', ...words];
        const { stdout } = spawnSync(process.execPath, all, { cwd: folder, env, encoding: 'utf8' });
        const { documents }: { documents: { path: string }[] } = JSON.parse(stdout);
        return documents.map((document) => document.path);
      };
      assert.deepEqual(paths(), ['rfcs/1.md']);
      assert.deepEqual(paths('rfcs'), ['rfcs/1.md']);
      assert.deepEqual(paths('rfcs/gen'), ['rfcs/gen/2.md']);
      assert.deepEqual(paths('rfcs/3.md'), ['rfcs/3.md']);
    }
  });

  it('stay one line each, whatever is in them', function () {
    if (process.platform === 'win32') this.skip();
    const name = 'rfcs/1\n2\u001b[31m.md';
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, [name]: FLAWED });
    const { stdout } = run(folder, 'check');
    assert.match(stdout, /^(?:rfcs\/1 2\uFFFD\[31m\.md:\d+:\d+ .*\n)+$/);
    const listed = run(folder, 'list').stdout;
    assert.equal(listed.split('\n').length, 3, listed);
    const diff = run(folder, 'fix', '--dry-run').stdout;
    assert.match(diff, /^--- "a\/rfcs\/1\\n2\\033\[31m\.md"\n\+\+\+ "b\/rfcs/);
    const { stdout: fixed } = run(folder, 'fix');
    assert.match(fixed, /^rfcs\/1 2\uFFFD\[31m\.md: \d fixed, \d left\n$/);
    fs.writeFileSync(path.join(folder, 'bad\nname.md'), Buffer.from([0xff]));
    assert.match(run(folder, 'check', 'bad\nname.md').stderr, /^skipped: bad name\.md is not valid UTF-8/);
  });
});
