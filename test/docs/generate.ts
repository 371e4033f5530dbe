/** `npm run docs`: writes all generated files. */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../fixture';
import { generated } from './generated';

for (const { file, text } of generated) {
  writeFileSync(path.join(root, file), text());
  console.log(`Wrote ${file}.`);
}
