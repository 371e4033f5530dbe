import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { bundle, ENVIRONMENT, folderWith, run, SLOW } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

describe('check of many documents', function () {
  this.timeout(SLOW);

  const names = Array.from({ length: 40 }, (_, at) => `rfcs/${at + 10}.md`);
  const many = (): string =>
    folderWith({
      'rfcs/template.md': TEMPLATE,
      ...Object.fromEntries(names.map((name, at) => [name, at % 3 === 0 ? CLEAN : FLAWED])),
    });

  it('says of each what it says of one, and nothing else', () => {
    const folder = many();
    const alone = run(folder, 'check', 'rfcs/11.md').stdout;
    const { stdout, stderr } = run(folder, 'check');
    const each = names.map((name, at) => (at % 3 === 0 ? '' : alone.replaceAll('rfcs/11.md', name)));
    assert.equal(stdout, each.join(''));
    assert.equal(stderr, '52 findings in 26 of 40 documents, 26 fixable with `design-docs fix`.\n');
  });

  it('leaves what is kept of the compiled program good for one', () => {
    const cwd = many();
    const cache = folderWith({});
    const env = { ...ENVIRONMENT, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
    const kept = (...words: string[]): string[] => {
      spawnSync(process.execPath, [bundle(), 'check', ...words], { cwd, env });
      return fs
        .readdirSync(cache, { recursive: true, encoding: 'utf8' })
        .map((name) => `${name} ${fs.statSync(path.join(cache, name)).ino}`)
        .sort();
    };
    const before = kept('--no-cache');
    assert.ok(before.some((name) => name.includes('compiled')));
    assert.deepEqual(kept('--no-cache', 'rfcs/11.md'), before);
  });
});
