/** What is checked in is what `npm run docs` writes. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readRepo, root } from '../fixture';
import { generated } from './generated';

describe('generated files', () => {
  for (const { file, text } of generated) {
    it(`${file} is up to date`, () => {
      const found = existsSync(path.join(root, file)) ? readRepo(file) : '';
      assert.ok(
        found === text(),
        `${file} differs from the code that it is made from: run \`npm run docs\` and commit it`,
      );
    });
  }
});
