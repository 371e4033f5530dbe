/** Which files `.gitignore` files leave out, against what git lists. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { NO_RULES, rulesIn } from '../../../src/core/config/gitignore';
import { walk } from '../../../src/node/files/walk';
import { ENVIRONMENT, folderWith } from '../../cli/program';

const HAS_GIT = spawnSync('git', ['--version']).status === 0;

/** The files that git would add in a folder, which is or becomes a repository. */
function listedByGit(folder: string): string[] {
  const git = (...words: string[]): string =>
    spawnSync('git', words, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8' }).stdout;
  git('init', '-q');
  return git('ls-files', '--others', '--exclude-standard', '-z')
    .split('\0')
    .filter((name) => name !== '')
    .sort();
}

// Git counts bytes for "?" and "[!a]", so that such letters stand where these do not match.
const name = fc.constantFrom('a', 'b', 'ab', 'a b', 'A', 'build', '#a', '!a', 'a*', 'üb');
const file = fc
  .tuple(fc.array(name, { maxLength: 3 }), name, fc.constantFrom('.md', '', '.log'))
  .map(([folders, last, end]) => [...folders, `${last}${end}`].join('/'));
const part = fc.constantFrom(
  'a',
  'b',
  'ab',
  'a*',
  '*',
  '*.md',
  'a?',
  '[ab]',
  '[!a]',
  'a\\*',
  '**',
  'build',
  'üb',
  'a b',
  '*b*',
);
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '#', '\\#', '\\!', '/', '!/'),
    fc.array(part, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '/', ' ', '/  ', '\r', '/**', '\\ '),
  )
  .map(([start, parts, end]) => start + parts.join('/') + end);
const rules = fc.array(pattern, { maxLength: 5 }).map((lines) => lines.join('\n'));

describe('a walk', () => {
  before(function () {
    if (!HAS_GIT) this.skip();
  });

  it('finds what git lists, whatever nested .gitignore files say', () => {
    fc.assert(
      fc.property(
        fc.array(file, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.array(name, { maxLength: 2 }), rules), { minLength: 1, maxLength: 3 }),
        (files, ignores) => {
          const folder = folderWith({});
          const write = (place: string, text: string): void => {
            try {
              fs.mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
              fs.writeFileSync(path.join(folder, place), text);
            } catch {
              // A file is where a folder would be.
            }
          };
          for (const place of files) write(place, '');
          for (const [folders, text] of ignores) write([...folders, '.gitignore'].join('/'), text);
          assert.deepEqual(walk(folder).paths, listedByGit(folder));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('counts the files above a folder, unless they ignore it', () => {
    const top = folderWith({
      '.gitignore': 'gen\n*.tmp.md\n',
      'docs/a.md': '',
      'docs/b.tmp.md': '',
      'docs/gen/c.md': '',
      'gen/d.md': '',
      'gen/.gitignore': 'e.md',
      'gen/e.md': '',
      '.git/info/exclude': 'local.md',
      'docs/local.md': '',
    });
    assert.deepEqual(walk(path.join(top, 'docs'), top).paths, ['a.md']);
    assert.deepEqual(walk(path.join(top, 'gen'), top).paths, ['.gitignore', 'd.md']);
    assert.deepEqual(walk(top).paths, ['.gitignore', 'docs/a.md']);
    assert.deepEqual(walk(path.join(top, 'docs')).paths, ['a.md', 'b.tmp.md', 'gen/c.md', 'local.md']);
  });
});

describe('the rules of a .gitignore', () => {
  const LONG = [`${'a/'.repeat(490)}a.md`, `${'a'.repeat(240)}.md`];
  for (const hostile of [
    '**/a/**/a/**/b',
    'a*a*a*a*b',
    '*?*?*?*?*b',
    '**/*a*b/**/*?*b',
    '[a-',
    '[z-a]',
    '\\',
  ]) {
    it(`take no long time: ${hostile}`, () => {
      const found = rulesIn('', hostile, NO_RULES, { ignoreCase: false });
      for (const long of LONG) assert.equal(found.ignores(long), false);
    });
  }

  it('are no more than git would try in a moment, and the last ones count', () => {
    const many = Array.from({ length: 5000 }, (_none, index) => `f${index}.md`).join('\n');
    const found = rulesIn('', many, NO_RULES, { ignoreCase: false });
    assert.deepEqual(['f0.md', 'f4999.md'].map(found.ignores), [false, true]);
  });
});
