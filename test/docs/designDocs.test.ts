/** The design docs of the project are checked with the product, and name only files that exist. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from '../cli/program';
import { readRepo, root } from '../fixture';

const FOLDER = 'docs/design_docs';
const documents = readdirSync(path.join(root, FOLDER)).filter((name) => /^\d/.test(name));

describe('the design docs of the project', () => {
  it('have no findings, and their index is up to date', () => {
    assert.ok(documents.length > 5);
    const checked = run(root, 'check', FOLDER, '--fail-on', 'hint');
    assert.deepEqual([checked.status, checked.stdout], [0, '']);
    const index = run(root, 'index', FOLDER, '--check');
    assert.equal(index.status, 0, index.stdout);
  });

  for (const name of documents) {
    it(`${name} is ready, or past its review`, () => {
      const { status, stdout } = run(root, 'ready', `${FOLDER}/${name}`);
      assert.equal(status, 0, stdout);
    });

    it(`${name} names only files that exist`, () => {
      const named = [...readRepo(`${FOLDER}/${name}`).matchAll(/`((?:src|test|scripts|media)\/[\w./-]+)`/g)];
      const missing = named.map(([, file = '']) => file).filter((file) => !existsSync(path.join(root, file)));
      assert.deepEqual(missing, []);
    });
  }
});
