/** Writes the generated documentation; `npm run docs`. */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../fixture';
import { RULES_PAGE, rulesPage } from './rules';

writeFileSync(path.join(root, RULES_PAGE), rulesPage());
console.log(`${RULES_PAGE} is written.`);
