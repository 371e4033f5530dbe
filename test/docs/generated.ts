/** All files that are generated from the code, entirely or in part. This is the only list of them. */

import { configSchema } from '../../src/core/config/readConfig';
import { rules } from '../../src/core/rules/index';
import { BUNDLE, bundle, languages, translations } from './l10n';
import { manifest, manifestTexts, schemaFile } from './manifest';
import { RULES_PAGE, rulesPage } from './rules';
import { TABLES_PAGE, withTables } from './tables';
import { versioned, withVersion } from './versions';

/** A file that is generated, entirely or in part. */
export interface Generated {
  readonly file: string;
  /** Returns the up-to-date text of the whole file. */
  text(): string;
}

/** The generated files. */
export const generated: readonly Generated[] = [
  { file: RULES_PAGE, text: rulesPage },
  { file: 'src/vscode/documents/rulePages.json', text: rulePages },
  { file: schemaFile(), text: () => schemaText() },
  ...languages().map((language) => ({
    file: schemaFile(language),
    text: () => schemaText(translations(language)),
  })),
  { file: TABLES_PAGE, text: withTables },
  { file: 'package.json', text: manifest },
  { file: 'package.nls.json', text: manifestTexts },
  { file: BUNDLE, text: bundle },
  ...versioned.map((file) => ({ file, text: () => withVersion(file) })),
];

/** The JSON schema of the configuration, in English or by translations of its texts. */
function schemaText(texts: Readonly<Record<string, string>> = {}): string {
  return `${JSON.stringify(
    configSchema((text) => texts[text.form] ?? String(text)),
    null,
    2,
  )}\n`;
}

/** The line, from 1, of each rule in the rules page: VS Code can open a file at a line, but not at a heading. */
function rulePages(): string {
  const lines = rulesPage().split('\n');
  const pages = Object.fromEntries(rules.map(({ id }) => [id, lines.indexOf(`## ${id}`) + 1]));
  return `${JSON.stringify(pages, null, 2)}\n`;
}
