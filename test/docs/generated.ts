/** Every file, or part of one, that is written from the code. The only list of them. */

import { configSchema } from '../../src/core/config/readConfig';
import { rules } from '../../src/core/rules/index';
import { manifest, manifestTexts } from './manifest';
import { readme } from './readme';
import { RULES_PAGE, rulesPage } from './rules';

export interface Generated {
  readonly file: string;
  /** The file's text as it should be. */
  text(): string;
}

export const generated: readonly Generated[] = [
  { file: RULES_PAGE, text: rulesPage },
  { file: 'src/vscode/documents/rulePages.json', text: rulePages },
  { file: 'media/design-docs.schema.json', text: () => `${JSON.stringify(configSchema(), null, 2)}\n` },
  { file: 'README.md', text: readme },
  { file: 'package.json', text: manifest },
  { file: 'package.nls.json', text: manifestTexts },
];

/** The line, from one, on which each rule's page starts: an editor opens a file at a line, not at a heading. */
function rulePages(): string {
  const lines = rulesPage().split('\n');
  const pages = Object.fromEntries(rules.map(({ id }) => [id, lines.indexOf(`## ${id}`) + 1]));
  return `${JSON.stringify(pages, null, 2)}\n`;
}
