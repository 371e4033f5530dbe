/** The generated files in the repository are up to date. */

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
        `${file} differs from the code that generates it: run \`npm run docs\` and commit the result`,
      );
    });
  }
});
