/** The page on the architecture names what there is. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readRepo, root } from '../fixture';

const page = readRepo('docs/architecture.md');

describe('docs/architecture.md', () => {
  it('names only files and folders that exist', () => {
    const named = [...page.matchAll(/`([a-z][\w./-]*\/[\w./-]+)`/g)].map(([, name = '']) => name);
    const missing = named.filter(
      (name) => !['', 'src', 'src/core'].some((folder) => existsSync(path.join(root, folder, name))),
    );
    assert.ok(named.length > 20);
    assert.deepEqual(missing, []);
  });

  for (const part of ['src/core', 'src/vscode', 'src/node']) {
    it(`has every folder of ${part} on its map`, () => {
      const [, map = ''] = page.split('```');
      const folders = readdirSync(path.join(root, part), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
      assert.deepEqual(
        folders.filter((name) => !new RegExp(`\\b${name}\\b`).test(map)),
        [],
      );
    });
  }
});
