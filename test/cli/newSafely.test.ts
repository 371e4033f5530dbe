import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { bundle, ENVIRONMENT, folderWith, run, textOf } from './program';
import { TEMPLATE } from './texts';

describe('new, whatever it is given', () => {
  it('takes an author of one line only, from wherever it comes', () => {
    const folder = folderWith({ '.git/HEAD': '', 'rfcs/template.md': TEMPLATE });
    for (const author of ['Ada\n## Goals', 'Ada\r**Status:** Done', 'Ada\u2028x', 'x'.repeat(201)]) {
      for (const words of [
        ['new', 'Tides'],
        ['fix', 'rfcs'],
      ]) {
        const { status, stderr } = run(folder, ...words, '--author', author);
        assert.deepEqual(
          [status, stderr],
          [2, 'design-docs: An author is a name on one line, of at most 200 characters.\n'],
        );
      }
    }
    fs.writeFileSync(path.join(folder, '.design-docs.json'), '{ "author":\n"Ada\\n## Goals" }');
    const { status, stderr } = run(folder, 'new', 'Tides');
    assert.equal(status, 2);
    assert.match(stderr, /^design-docs: \.design-docs\.json:2:1: "author" must be a name on one line\.$/m);
    assert.deepEqual(fs.readdirSync(path.join(folder, 'rfcs')), ['template.md']);
  });

  it("folds git's name of the user into one line", function () {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    const git = (...words: string[]): number | null =>
      spawnSync('git', words, { cwd: folder, env: ENVIRONMENT }).status;
    if (git('init', '-q') !== 0) this.skip();
    git('config', 'user.name', 'Ada\n\n## Goals\n\n**Status:** Done');
    assert.equal(run(folder, 'new', 'Tides').status, 0);
    assert.match(
      textOf(folder, 'rfcs/0001-tides.md'),
      /^\*\*Author:\*\* Ada ## Goals \*\*Status:\*\* Done$/m,
    );
  });

  it('writes a title of any length and script, and leaves nothing where the disk is full', function () {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE });
    const title = '\u{10330}'.repeat(80);
    assert.equal(run(folder, 'new', title).status, 0);
    const [name = ''] = fs.readdirSync(path.join(folder, 'rfcs'));
    assert.equal(run(folder, 'fix').status === 2, false);
    assert.match(textOf(folder, `rfcs/${name}`), new RegExp(title));
    if (process.platform === 'win32') this.skip();
    const words = [
      '-c',
      'ulimit -f 8; exec "$@"',
      'sh',
      process.execPath,
      bundle(),
      'new',
      `Full ${'x'.repeat(50_000)}`,
    ];
    const full = spawnSync('sh', [...words, '--dir', 'new/deep'], {
      cwd: folder,
      env: { ...ENVIRONMENT, NODE_DISABLE_COMPILE_CACHE: '1' },
      encoding: 'utf8',
    });
    assert.equal(full.status, 2);
    assert.match(
      full.stderr,
      /new\/deep\/0001-full\.md cannot be written: it is larger than the file system allows\./,
    );
    assert.deepEqual(fs.readdirSync(folder), ['rfcs']);
  });
});
