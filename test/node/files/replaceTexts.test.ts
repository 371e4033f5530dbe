/** Replaces the texts of several files, all of them or none. */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replaceTexts } from '../../../src/node/files/replaceTexts';
import { folderWith } from '../../cli/program';

describe('the texts of several files', () => {
  const names = ['a.md', 'b.md', 'c.md'];
  const files = (): string[] => {
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, 'old'])));
    return names.map((name) => path.join(folder, name));
  };
  const changes = (all: readonly string[]) => all.map((file) => ({ file, before: 'old', after: 'new' }));
  const texts = (all: readonly string[]): string[] => all.map((file) => readFileSync(file, 'utf8'));

  it('are replaced, or stay if what follows fails', () => {
    const all = files();
    const fail = (): void => {
      throw new Error('no rename');
    };
    assert.throws(() => replaceTexts(changes(all), fail), /^Error: no rename$/);
    assert.deepEqual(texts(all), ['old', 'old', 'old']);
    replaceTexts(changes(all));
    assert.deepEqual(texts(all), ['new', 'new', 'new']);
  });

  it('are taken back but for one that another program has changed meanwhile, which is named', () => {
    const all = files();
    const fail = (): void => {
      writeFileSync(all[0] ?? '', 'other');
      throw new Error('no rename');
    };
    assert.throws(() => replaceTexts(changes(all), fail), /no rename .* taken back in: \S+a\.md\.$/);
    assert.deepEqual(texts(all), ['other', 'old', 'old']);
  });
});
