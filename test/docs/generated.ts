/** Every file, or part of one, that is written from the code. The only list of them. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configSchema } from '../../src/core/config';
import { rules } from '../../src/core/rules/index';
import { root } from '../fixture';
import { RULES_PAGE, rulesPage } from './rules';

export interface Generated {
  readonly file: string;
  /** The file's text as it should be. */
  text(): string;
}

export const generated: readonly Generated[] = [
  { file: RULES_PAGE, text: rulesPage },
  { file: 'media/design-docs.schema.json', text: () => `${JSON.stringify(configSchema(), null, 2)}\n` },
  { file: 'README.md', text: readme },
];

/** The README with its table of rules written anew. */
function readme(): string {
  const text = readFileSync(path.join(root, 'README.md'), 'utf8');
  const rows = rules.map(
    ({ id, severity, summary }) => `| [${id}](${RULES_PAGE}#${id}) | ${severity} | ${summary} |`,
  );
  const table = ['| rule | severity | finds |', '| --- | --- | --- |', ...rows].join('\n');
  return text.replace(
    /<!-- rules -->[\s\S]*<!-- \/rules -->/,
    () => `<!-- rules -->\n\n${table}\n\n<!-- /rules -->`,
  );
}
