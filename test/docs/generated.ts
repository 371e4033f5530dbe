/** Every file, or part of one, that is written from the code. The only list of them. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configSchema, levelsSchema } from '../../src/core/config/readConfig';
import { rules } from '../../src/core/rules/index';
import { tools } from '../../src/core/tools/index';
import type { Tool } from '../../src/core/tools/tool';
import { editorName } from '../../src/vscode/toolNames';
import { root } from '../fixture';
import { RULES_PAGE, rulesPage } from './rules';

export interface Generated {
  readonly file: string;
  /** The file's text as it should be. */
  text(): string;
}

export const generated: readonly Generated[] = [
  { file: RULES_PAGE, text: rulesPage },
  { file: 'src/vscode/rulePages.json', text: rulePages },
  { file: 'media/design-docs.schema.json', text: () => `${JSON.stringify(configSchema(), null, 2)}\n` },
  { file: 'README.md', text: readme },
  { file: 'package.json', text: manifest },
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

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Record<string, object> };
    languageModelTools: readonly object[];
  };
}

/** The manifest with the setting of levels and the tools for language models written anew. */
function manifest(): string {
  const value: Manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const settings = value.contributes.configuration.properties;
  settings['designDocs.rules'] = {
    ...settings['designDocs.rules'],
    properties: Object.fromEntries(
      Object.entries(levelsSchema().properties).map(([id, own]) => [id, { type: 'string', ...own }]),
    ),
  };
  value.contributes.languageModelTools = tools.map(contributedTool);
  return `${JSON.stringify(value, null, 2)}\n`;
}

function contributedTool(tool: Tool): object {
  const { title, description, input } = tool;
  return {
    name: editorName(tool),
    displayName: title,
    modelDescription: description,
    userDescription: /^[^.:]*/.exec(description)?.[0],
    toolReferenceName: editorName(tool),
    canBeReferencedInPrompt: true,
    icon: '$(checklist)',
    tags: ['design-docs'],
    inputSchema: input,
  };
}

/** The line, from one, on which each rule's page starts: an editor opens a file at a line, not at a heading. */
function rulePages(): string {
  const lines = rulesPage().split('\n');
  const pages = Object.fromEntries(rules.map(({ id }) => [id, lines.indexOf(`## ${id}`) + 1]));
  return `${JSON.stringify(pages, null, 2)}\n`;
}
