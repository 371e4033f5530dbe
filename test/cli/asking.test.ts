import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { bundle, ENVIRONMENT, folderWith } from './program';
import { CLEAN, TEMPLATE } from './texts';

const GIT = '#!/bin/sh\necho "$*" >> "$ASKED"\nfor last; do :; done\n[ "$last" = user.name ] && echo Ada\n';

describe('git', () => {
  /** What a command asks git, which answers to nothing but who the author is. */
  function asked(folder: string, ...words: string[]): string[] {
    const tools = folderWith({ git: GIT });
    fs.chmodSync(path.join(tools, 'git'), 0o755);
    const log = path.join(tools, 'asked');
    const env = { ...ENVIRONMENT, PATH: `${tools}${path.delimiter}${process.env.PATH}`, ASKED: log };
    const { stderr } = spawnSync(process.execPath, [bundle(), ...words], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    assert.doesNotMatch(stderr, /bug/);
    return fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trim().split('\n') : [];
  }

  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('is asked nothing about a document outside of a repository that needs no author', () => {
    const folder = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': CLEAN });
    assert.deepEqual(asked(folder, 'check', 'rfcs/1.md'), []);
  });

  it('is asked for files, for branches that may have taken a number, and once for the author', () => {
    const folder = folderWith({ '.git/HEAD': '', 'rfcs/template.md': TEMPLATE });
    const words = asked(folder, 'new', 'Kettle', '--dir', 'rfcs');
    const expected = [/ ls-files /, / for-each-ref /, / cat-file --batch-check/, / config user\.name$/];
    assert.equal(words.length, expected.length, words.join('\n'));
    for (const [at, pattern] of expected.entries()) assert.match(words[at] ?? '', pattern);
    const [written = ''] = fs.readdirSync(path.join(folder, 'rfcs')).filter((file) => file !== 'template.md');
    assert.match(fs.readFileSync(path.join(folder, 'rfcs', written), 'utf8'), /Ada/);
  });
});
