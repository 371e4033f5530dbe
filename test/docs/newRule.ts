/** `npm run new:rule NAME`: generates a working rule, its entry in the list and its fixture, as a starting point. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LIST = 'src/core/rules/index.ts';

/**
 * Writes the files of a new rule into the repository at `root`, and returns their paths. If the name is invalid or
 * taken, it throws an error with the reason and writes nothing.
 */
export function newRule(root: string, id: string): string[] {
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(id)) {
    throw new Error(
      `"${id}" cannot be the name of a rule: expected two words or more in lower case, with hyphens between, such as "goals-list".`,
    );
  }
  const [rule, fixture] = [`src/core/rules/${id}.ts`, `test/rules/${id}.md`];
  const taken = [rule, fixture].find((file) => existsSync(path.join(root, file)));
  if (taken !== undefined) throw new Error(`The name "${id}" is taken: ${taken} already exists.`);
  const list = listed(readFileSync(path.join(root, LIST), 'utf8'), id);
  const texts: readonly [string, string][] = [
    [rule, ruleText(id)],
    [LIST, list],
    [fixture, fixtureText(id)],
  ];
  for (const [file, text] of texts) writeFileSync(path.join(root, file), text);
  return texts.map(([file]) => file);
}

/** The list of rules with a new one: its import is sorted by file name, its entry comes last. */
function listed(list: string, id: string): string {
  const name = nameOf(id);
  const imports = [...list.matchAll(/^import .* from '\.\/(.+)';\n/gm)];
  const next = imports.find(([, file = '']) => file > id);
  const last = imports.at(-1);
  const at = next?.index ?? (last ? last.index + last[0].length : 0);
  const imported = `${list.slice(0, at)}import { ${name} } from './${id}';\n${list.slice(at)}`;
  return imported.replace(/^\];$/m, `  ${name},\n];`);
}

function nameOf(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function ruleText(id: string): string {
  return `import type { Section } from '../document/document';
import { say } from '../text/message';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

/** An example: replace it by the pattern of your rule. */
const EXAMPLE = /\\bsay more here\\b/i;

export const ${nameOf(id)}: Rule = {
  id: '${id}',
  summary: say\`A section contains "say more here".\`,
  help: \`Why this matters to readers of the document, and how its author can fix it.\`,
  severity: 'hint',
  stages: CONTENT_STAGES,
  *check({ outline }) {
    for (const { spec, sections } of outline.bindings) {
      for (const section of sections.filter(saysExample)) {
        yield {
          range: section.heading.range,
          message: say\`Section "\${spec.title}" contains "say more here": expected the actual text.\`,
        };
      }
    }
  },
};

function saysExample({ blocks }: Section): boolean {
  return blocks.some(({ kind, content }) => kind === 'paragraph' && EXAMPLE.test(content));
}
`;
}

function fixtureText(id: string): string {
  const template = `=== template
# Design: <Name>

## Summary (Required)

Text.`;
  return `=== case: a section with the example
${template}
=== document
# Design: Kettle

## Summary
   ^^^^^^^ hint ${id}: Section "Summary" contains "say more here": expected the actual text.

A kettle. Say more here.

=== case: a section with other text
${template}
=== document
# Design: Kettle

## Summary

There is more to say, but not here.
`;
}

function main([id = '']: readonly string[]): void {
  try {
    for (const file of newRule(path.join(__dirname, '..', '..', '..'), id)) console.log(`Wrote ${file}.`);
    console.log('Change the rule and its fixture, then run `npm run docs`.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

if (require.main === module) main(process.argv.slice(2));
